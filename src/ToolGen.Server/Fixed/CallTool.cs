using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Server.Answers;

namespace ToolGen.Server.Fixed;

/// <summary><c>call_tool</c>: by name or by handle.</summary>
internal sealed class CallTool(ToolServer server) : FixedTool(
    server,
    "call_tool",
    "Call an approved tool by its name, or a tool that you made by its handle. Wrong arguments are answered with what to write instead.",
    """
    {"type":"object","properties":{"tool":{"type":"string","minLength":1,"maxLength":200,"description":"A name, NAME@RANGE, or the handle of a session tool."},"arguments":{"type":"object","additionalProperties":true,"description":"What the tool's inputSchema asks for."}},"required":["tool"],"additionalProperties":false}
    """,
    new() { ReadOnlyHint = false, DestructiveHint = true, OpenWorldHint = true })
{
    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken) =>
        await this.Server.Calls.CallAsync(request.Caller, request.Required("tool"), ArgumentBytes.Of(request.Value("arguments")), request.Context, cancellationToken).ConfigureAwait(false);
}

using System;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Server.Answers;
using ToolGen.Server.Making;

namespace ToolGen.Server.Fixed;

/// <summary><c>check_spec</c>: Read, Generate, Compile, Inspect; nothing is run or kept.</summary>
internal sealed class CheckSpec(ToolServer server) : FixedTool(
    server,
    "check_spec",
    "Check a spec without running it: every finding with its place (a JSON pointer), what is wrong and what to write instead. make_tool checks too, and runs the samples.",
    """
    {"type":"object","properties":{"spec":{"type":["object","string"],"description":"The .tool.json, as an object or as its text."},"companion":{"type":"string","description":"NAME.tool.cs, where the spec has no C# of its own."},"tests":{"type":["array","object","string"],"description":"Held-out samples: NAME.tests.json."}},"required":["spec"],"additionalProperties":false}
    """,
    Reads)
{
    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        if (GivenSpec.Of(request, this.Server.Options.MaximumSpecBytes, out var refusal) is not { } given) return Answer.Refusal(ToolErrorCodes.InvalidInput, refusal!);
        var progress = new MakeProgress(request.Context);
        try
        {
            var tool = (await this.Server.Workshop.CheckAsync(given, request.Caller.Name, progress, cancellationToken).ConfigureAwait(false)).Tools[0];
            await progress.DoneAsync().ConfigureAwait(false);
            var answer = new ForgeAnswer(given, tool, this.Server.Options.Kinds);
            return Answer.Of(json =>
            {
                json.WriteBoolean("ok", !tool.HasErrors);
                answer.Findings(json);
                if (tool.Generated is { IsFallback: false } generated) json.Texts("capabilities", generated.Capabilities);
                json.WriteString("next", tool.HasErrors ? "mend what the errors say, and check again" : "make_tool runs the samples and gives you the tool");
            });
        }
        catch (Exception e) when (e is BusyException or TimeoutException)
        {
            return Answer.Refusal(ToolErrorCodes.Unavailable, e.Message);
        }
    }
}

using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Registry;
using ToolGen.Server.Answers;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Server.Fixed;

/// <summary><c>describe_tool</c>: an approved tool, or one of the caller's own.</summary>
internal sealed class DescribeTool(ToolServer server) : FixedTool(
    server,
    "describe_tool",
    "Show one tool: what it does, its schemas, what it may touch, how it did so far; with spec true also the spec that it was made from, to mend it or to make one like it.",
    """
    {"type":"object","properties":{"tool":{"type":"string","minLength":1,"maxLength":200,"description":"A name, NAME@RANGE, or the handle of a session tool."},"spec":{"type":"boolean","default":false}},"required":["tool"],"additionalProperties":false}
    """,
    Reads)
{
    protected override ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        var name = request.Required("tool");
        var version = this.Server.Calls.Version(request.Caller, name);
        if (version is null) return new(Answer.Refusal(ToolErrorCodes.NotFound, Missing.Either(name)));
        return new(Answer.Of(json =>
        {
            json.WriteString("name", version.Name);
            json.WriteString("version", version.Version);
            json.WriteString("state", version.State.ToString().ToLowerInvariant());
            if (version.Reason is { } reason) json.WriteString("reason", ShortText.Of(reason, 300));
            if (McpShape.Of(version.McpTool) is { } tool)
            {
                json.WriteString("description", tool.Description);
                json.WritePropertyName("inputSchema");
                tool.InputSchema.WriteTo(json);
                if (tool.OutputSchema is { } output)
                {
                    json.WritePropertyName("outputSchema");
                    output.WriteTo(json);
                }
            }

            json.WriteStartArray("may");
            foreach (var capability in CapabilitySet.Of(version.Capabilities).All) json.WriteStringValue(capability.Words);
            json.WriteEndArray();
            if (this.Server.Registry.Usage(version.Name).FirstOrDefault(usage => usage.Id == version.Id) is { Calls: > 0 } usage)
            {
                json.WriteNumber("calls", usage.Calls);
                json.WriteNumber("answered", usage.Answered);
            }

            if (!request.Flag("spec")) return;
            json.WriteString("spec", version.Spec);
            if (version.Companion is not null) json.WriteString("companion", version.Companion);
        }));
    }
}

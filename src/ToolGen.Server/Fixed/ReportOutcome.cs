using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Server.Answers;

namespace ToolGen.Server.Fixed;

/// <summary><c>report_outcome</c>: the caller's word on an answer, for the record.</summary>
internal sealed class ReportOutcome(ToolServer server) : FixedTool(
    server,
    "report_outcome",
    "Say whether a tool's answer was right, once you know. It is recorded, for the people who decide which tools stay.",
    """
    {"type":"object","properties":{"tool":{"type":"string","minLength":1,"maxLength":200,"description":"As you called it: name or handle."},"right":{"type":"boolean"},"note":{"type":"string","maxLength":500,"description":"What was wrong, with the arguments."}},"required":["tool","right"],"additionalProperties":false}
    """,
    Adds)
{
    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        var name = request.Required("tool");
        var version = this.Server.Calls.Version(request.Caller, name);
        if (version is null) return Answer.Refusal(ToolErrorCodes.NotFound, Missing.Either(name));
        var note = request.Text("note") is { } said ? ShortText.Of(said, 500) : null;
        this.Server.Budgets.Recorded(request.Caller.Name);
        await this.Server.RecordAsync(
            "outcome", request.Caller, [("id", version.Id), ("tool", version.Name), ("version", version.Version), ("outcome", request.Flag("right") ? "right" : "wrong"), ("note", note)], cancellationToken).ConfigureAwait(false);
        return Answer.Of(json =>
        {
            json.WriteBoolean("recorded", true);
            if (!request.Flag("right")) json.WriteString("next", $"To mend it: describe_tool with spec true, add this call as a sample, correct the spec, give it the version after {version.Version}, make_tool.");
        });
    }
}

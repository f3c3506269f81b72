using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Server.Answers;

namespace ToolGen.Server.Fixed;

/// <summary><c>propose_tool</c>: a session tool becomes a candidate, which a person looks at. Nothing here approves.</summary>
internal sealed class ProposeTool(ToolServer server) : FixedTool(
    server,
    "propose_tool",
    "Propose a tool that you made, once it did its work: a person then decides whether everybody has it. It stays yours by its handle meanwhile.",
    """
    {"type":"object","properties":{"handle":{"type":"string","minLength":1,"maxLength":200}},"required":["handle"],"additionalProperties":false}
    """,
    Adds)
{
    protected override async ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        if (!request.Caller.MakesTools) return await this.Server.RefuseAsync(request.Caller, "propose_tool", ToolServer.NobodyKnown, cancellationToken).ConfigureAwait(false);
        if (this.Server.Calls.Own(request.Caller, request.Required("handle")) is not { } tool)
            return await this.Server.RefuseAsync(request.Caller, "propose_tool", ToolErrorCodes.NotFound, Missing.Handle, cancellationToken).ConfigureAwait(false);
        if (this.Server.Budgets.Propose(request.Caller.Name) is { } later) return await this.Server.RefuseAsync(request.Caller, "propose_tool", ToolErrorCodes.Unavailable, later, cancellationToken).ConfigureAwait(false);
        var version = await this.Server.Registry.ProposeAsync(tool.Version.Id, request.Caller.Principal, cancellationToken).ConfigureAwait(false);
        return Answer.Of(json =>
        {
            json.WriteString("name", version.Name);
            json.WriteString("version", version.Version);
            json.WriteString("state", version.State.ToString().ToLowerInvariant());
            json.WriteString("next", $"A person decides with `toolgen review {version.Name}`. Until then only you can call it, by its handle.");
        });
    }
}

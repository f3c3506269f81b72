using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Registry;
using ToolGen.Server.Answers;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Listing;

/// <summary>An approved tool that stands in the list itself; a call of it is a <c>call_tool</c> of its name.</summary>
internal sealed class PromotedTool : ServedTool
{
    private PromotedTool(ToolServer server, StoredVersion version, ModelContextProtocol.Protocol.Tool tool)
        : base(server, tool) => this.Id = version.Id;

    /// <summary>The version's id.</summary>
    public string Id { get; }

    /// <summary>Null where what the registry holds is no tool of this name.</summary>
    public static PromotedTool? Of(ToolServer server, StoredVersion version)
    {
        if (McpShape.Of(version.McpTool) is { } tool && tool.Name == version.Name) return new(server, version, tool);
        server.Log($"{version.Name} {version.Version} is not listed: what the registry holds for it is no tool of this name");
        return null;
    }

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> RunAsync(ServerCaller caller, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken) =>
        await this.Server.Calls.CallAsync(caller, this.ProtocolTool.Name, ArgumentBytes.Of(request.Params?.Arguments), request, cancellationToken).ConfigureAwait(false);
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Registry;
using ToolGen.Server.Answers;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Listing;

/// <summary>A tool in the list: who asks is settled first, and whatever goes wrong is an answer that a model can go on from.</summary>
internal abstract class ServedTool(ToolServer server, ModelContextProtocol.Protocol.Tool tool) : McpServerTool
{
    /// <inheritdoc/>
    public sealed override ModelContextProtocol.Protocol.Tool ProtocolTool => tool;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<object> Metadata => [];

    protected ToolServer Server => server;

    /// <inheritdoc/>
    public sealed override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var caller = server.CallerOf(request.User);
            return await server.AwayAsync(caller, cancellationToken).ConfigureAwait(false) ?? await this.RunAsync(caller, request, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return await server.RefuseAsync(server.CallerOf(request.User), tool.Name, e.Message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or McpException or InputRequiredException))
        {
            // The client learns that it was not at fault; why is for those who run the server.
            server.Log($"{tool.Name}: {e}");
            return Answer.Refusal(ToolErrorCodes.Internal, $"the server failed with {e.GetType().Name}; its log says more. Try again, or go on without this tool");
        }
    }

    /// <summary>Answers.</summary>
    protected abstract ValueTask<CallToolResult> RunAsync(ServerCaller caller, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken);
}

using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Server.Answers;
using ToolGen.Server.Callers;
using ToolGen.Server.Listing;

namespace ToolGen.Server.Fixed;

/// <summary>One of the tools that every client of the server has.</summary>
/// <param name="server">Whose it is.</param>
/// <param name="name">The name in the list.</param>
/// <param name="description">For the model.</param>
/// <param name="schema">JSON Schema of the arguments.</param>
/// <param name="annotations">What it does to the world.</param>
internal abstract class FixedTool(ToolServer server, string name, string description, string schema, ModelContextProtocol.Protocol.ToolAnnotations annotations)
    : ServedTool(server, new() { Name = name, Description = description, InputSchema = JsonElement.Parse(schema), Annotations = annotations })
{
    private readonly ArgumentCheck check = new(name, schema);

    /// <summary>Reads only, of this server alone.</summary>
    protected static ModelContextProtocol.Protocol.ToolAnnotations Reads => new() { ReadOnlyHint = true, OpenWorldHint = false, IdempotentHint = true };

    /// <summary>Adds to this server, and touches nothing else.</summary>
    protected static ModelContextProtocol.Protocol.ToolAnnotations Adds => new() { ReadOnlyHint = false, DestructiveHint = false, OpenWorldHint = false };

    /// <inheritdoc/>
    protected sealed override async ValueTask<CallToolResult> RunAsync(ServerCaller caller, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        Dictionary<string, JsonElement> arguments = request.Params?.Arguments is { } given ? new(given, StringComparer.Ordinal) : [];
        return this.check.Errors(arguments) is { } errors ? Answer.Text(errors, isError: true) : await this.RunAsync(new(caller, arguments, request), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does it; the arguments fit the schema.</summary>
    protected abstract ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken);
}

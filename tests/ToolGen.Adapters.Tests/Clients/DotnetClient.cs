using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests.Clients;

/// <summary>The client of .NET.</summary>
internal static class DotnetClient
{
    /// <param name="transport">To the server.</param>
    /// <param name="version">Of the protocol: the client takes this one or none.</param>
    /// <param name="calls">What to call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Heard> AskAsync(IClientTransport transport, string version, IEnumerable<Said> calls, CancellationToken cancellationToken)
    {
        await using var client = await McpClient.CreateAsync(transport, PatientClient.Options(version), cancellationToken: cancellationToken);
        var tools = await client.ListToolsAsync(cancellationToken: cancellationToken);
        var answers = new List<JsonElement>();
        foreach (var call in calls)
            answers.Add(Json(await client.CallToolAsync(call.Tool, call.Arguments.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value), cancellationToken: cancellationToken)));
        return new(client.NegotiatedProtocolVersion!, [.. tools.Select(tool => Json(tool.ProtocolTool))], answers);
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, McpJsonUtilities.DefaultOptions);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Serving;

/// <summary>The .NET client, over both transports and in each revision: finds nothing, makes a tool with a fault, mends it, calls it.</summary>
internal static class StoryClient
{
    public static readonly string[] Revisions = ["2026-07-28", "2025-11-25", "2025-06-18"];

    /// <summary>What went wrong; null: nothing.</summary>
    public static async Task<string?> RunAsync(string revision, ServeProcess? server, string folder, string? token, CancellationToken cancellationToken)
    {
        try
        {
            var options = new McpClientOptions { ProtocolVersion = revision, InitializationTimeout = TimeSpan.FromMinutes(2), DiscoverProbeTimeout = TimeSpan.FromMinutes(2) };
            var command = ServeProcess.Command(folder);
            var start = new System.Diagnostics.ProcessStartInfo();
            ServeProcess.Settle(start, folder);
            IClientTransport transport = server is not null
                ? new HttpClientTransport(new() { Endpoint = server.Address, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + token } })
                : new StdioClientTransport(new() { Command = command[0], Arguments = command[1..], EnvironmentVariables = start.Environment.ToDictionary(one => one.Key, one => one.Value) });
            await using var client = await McpClient.CreateAsync(transport, options, cancellationToken: cancellationToken);
            if (client.NegotiatedProtocolVersion != revision) return $"it speaks {client.NegotiatedProtocolVersion}";
            if ((await client.ListToolsAsync(cancellationToken: cancellationToken)).Count < 8) return "tools are missing in the list";
            if ((await AskAsync(client, "make_tool", new { spec = JsonElement.Parse(CountWords.Spec.Replace("input.Text", "input.Words", StringComparison.Ordinal)) }, cancellationToken)).IsError != true) return "a fault was not found";
            var made = await AskAsync(client, "make_tool", new { spec = JsonElement.Parse(CountWords.Spec) }, cancellationToken);
            if (made.IsError == true) return Text(made);
            var called = await AskAsync(client, "call_tool", new { tool = made.StructuredContent!.Value.GetProperty("handle").GetString(), arguments = new { text = "a b c" } }, cancellationToken);
            return Text(called) == """{"words":3}""" ? null : Text(called);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return e.Message;
        }
    }

    private static string Text(CallToolResult result) => ((TextContentBlock)result.Content[0]).Text;

    private static Task<CallToolResult> AskAsync(McpClient client, string tool, object arguments, CancellationToken cancellationToken) =>
        client.CallToolAsync(tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value), cancellationToken: cancellationToken).AsTask();
}

using System;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.TestSupport;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>A server in this process that says what the test says, and a client that is connected to it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private const string AnyObject = """{"type":"object"}""";

    private readonly CancellationTokenSource end = new(TimeSpan.FromMinutes(5));
    private readonly McpServer server;
    private readonly Task serving;

    private TestServer(Func<TestServer, string?, ListToolsResult>? pages)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        this.server = McpServer.Create(
            new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()),
            new McpServerOptions
            {
                ServerInfo = new() { Name = "notes, they say", Version = "1" },
                Capabilities = new() { Tools = new() { ListChanged = true } },
                Handlers = new()
                {
                    ListToolsHandler = (request, _) =>
                    {
                        this.Lists++;
                        return new(pages?.Invoke(this, request.Params?.Cursor) ?? new ListToolsResult { Tools = [.. this.Tools] });
                    },
                    CallToolHandler = (request, cancellationToken) =>
                    {
                        this.Calls.Add(request.Params!);
                        return this.Answer(request.Params!, cancellationToken);
                    },
                },
            });
        this.serving = this.server.RunAsync(this.end.Token);
        this.Transport = new(toServer.Writer.AsStream(), toClient.Reader.AsStream());
    }

    public McpClient Client { get; private set; } = null!;

    /// <summary>What it lists now.</summary>
    public List<ModelContextProtocol.Protocol.Tool> Tools { get; } = [];

    /// <summary>The calls that reached it.</summary>
    public List<CallToolRequestParams> Calls { get; } = [];

    public int Lists { get; private set; }

    /// <summary>What it says to a call.</summary>
    public Func<CallToolRequestParams, CancellationToken, ValueTask<CallToolResult>> Answer { get; set; } = (_, _) => new(Said("done"));

    private StreamClientTransport Transport { get; }

    /// <summary>Starts one.</summary>
    /// <param name="pages">The pages of its list by cursor; null: one page with <see cref="Tools"/>.</param>
    /// <param name="version">Of the protocol.</param>
    public static async Task<TestServer> StartAsync(Func<TestServer, string?, ListToolsResult>? pages = null, string version = "2025-11-25")
    {
        var server = new TestServer(pages);
        server.Client = await McpClient.CreateAsync(server.Transport, PatientClient.Options(version), cancellationToken: server.end.Token);
        return server;
    }

    public static ModelContextProtocol.Protocol.Tool Tool(string name, string input = AnyObject, string? output = null, string description = "A tool of a test.") =>
        new() { Name = name, Description = description, InputSchema = Json(input), OutputSchema = output is null ? null : Json(output) };

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    public static CallToolResult Said(string text) => new() { Content = [new TextContentBlock { Text = text }] };

    public static CallToolResult Gave(string json) => new() { Content = [new TextContentBlock { Text = json }], StructuredContent = Json(json) };

    public Task TellOfChangeAsync() => this.server.SendNotificationAsync(NotificationMethods.ToolListChangedNotification, this.end.Token);

    public async ValueTask DisposeAsync()
    {
        await this.Client.DisposeAsync();
        await this.end.CancelAsync();
        await this.serving.ContinueWith(static _ => { }, TaskScheduler.Default);
        await this.server.DisposeAsync();
        this.end.Dispose();
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Sandbox.Isolation;
using ToolGen.Server;
using ToolGen.Server.Callers;
using ToolGen.Server.Listing;
using ToolGen.Server.Stdio;

namespace ToolGen.Benchmarks.Serving;

/// <summary>A server with a registry of its own and its audit on, in this process; clients reach it through pipes, as over standard input and output.</summary>
internal sealed class ServedRegistry : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-serve-").FullName;
    private readonly List<Task> serving = [];
    private readonly TrialSandbox sandbox;
    private readonly ApproverKey person = ApproverKey.Create();

    private ServedRegistry(string? worker)
    {
        var program = WorkerProgram.Here();
        this.sandbox = new(new() { Launcher = Launchers.Strongest(worker is null ? program : program with { Assembly = worker }), Minimum = IsolationLevel.Process });
    }

    public IToolRegistry Registry { get; private set; } = null!;

    public TrialSandbox Sandbox => this.sandbox;

    public ToolServer Server { get; private set; } = null!;

    private IndexFinder Finder { get; set; } = null!;

    /// <param name="worker">The worker's assembly; null: the one beside this program, which is not compiled ahead.</param>
    /// <param name="before">Fills the registry before the server opens.</param>
    public static async Task<ServedRegistry> OpenAsync(string? worker = null, Func<IToolRegistry, ApproverKey, Task>? before = null)
    {
        var served = new ServedRegistry(worker);
        served.Registry = await SqliteRegistry.OpenAsync(new() { Folder = Path.Combine(served.folder, "registry"), HostKey = Path.Combine(served.folder, "host", "host.key.pem") });
        await served.Registry.GrantAsync(served.person.SignIn(served.Registry.Id, "person", DateTimeOffset.UtcNow));
        if (before is not null) await before(served.Registry, served.person);
        served.Finder = await IndexFinder.OpenAsync(served.Registry, Path.Combine(served.folder, "index.db"));
        served.Server = new(new(), served.Registry, served.Finder, served.sandbox, new RegistryRecorder(served.Registry), new ServerCaller("measurement"));
        await served.Server.WarmAsync();
        return served;
    }

    public Task<McpClient> ClientAsync()
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        this.serving.Add(StdioFront.RunAsync(this.Server, toServer.Reader.AsStream(), toClient.Writer.AsStream(), this.end.Token));
        return McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
    }

    /// <summary>Proposes what a session made, and approves it.</summary>
    public async Task ApproveAsync(string name)
    {
        var version = this.Registry.History(name).First();
        version = await this.Registry.ProposeAsync(version.Id, "measurement");
        await this.Registry.ApproveAsync(this.person.Approve(version, DateTimeOffset.UtcNow));
    }

    /// <summary>The result, which is no error.</summary>
    public static async Task<CallToolResult> AskAsync(McpClient client, string tool, object arguments, CancellationToken cancellationToken)
    {
        var result = await client.CallToolAsync(tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value), cancellationToken: cancellationToken);
        return result.IsError != true ? result : throw new InvalidOperationException(((TextContentBlock)result.Content[0]).Text);
    }

    public async ValueTask DisposeAsync()
    {
        await this.end.CancelAsync();
        await Task.WhenAll(this.serving);
        await this.Server.DisposeAsync();
        await this.Finder.DisposeAsync();
        await this.Registry.DisposeAsync();
        await this.sandbox.DisposeAsync();
        this.person.Dispose();
        this.end.Dispose();
        Directory.Delete(this.folder, recursive: true);
    }
}

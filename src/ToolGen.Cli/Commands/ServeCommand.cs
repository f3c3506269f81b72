using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Commands.Registry;
using ToolGen.Cli.Output;
using ToolGen.Effects;
using ToolGen.Hosting;
using ToolGen.Registry;
using ToolGen.Server;
using ToolGen.Server.Callers;
using ToolGen.Server.Http;
using ToolGen.Server.Listing;
using ToolGen.Server.Stdio;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen serve</c></summary>
internal static class ServeCommand
{
    private const int MostPromoted = 120, LastCalls = 20;

    private static readonly Option<string?> Http = new("--http") { HelpName = "ADDRESS", Description = "Listen over HTTP, such as 127.0.0.1:8080; port 0 takes a free one. Unless given: standard input and output." };
    private static readonly Option<string?> Tokens = new("--tokens") { HelpName = "FILE", Description = "Who may call over HTTP. Without it the server listens on loopback alone and makes no tools." };
    private static readonly Option<string?> NewToken = new("--new-token") { HelpName = "NAME", Description = "Add a principal to --tokens, print its token once, and end." };
    private static readonly Option<string[]> Hosts = new("--host") { HelpName = "NAME", Description = "A name that clients reach the server by, beside its address and localhost: what a proxy before it is called." };
    private static readonly Option<string[]> Origins = new("--origin") { HelpName = "URL", Description = "A page that may call the server from a browser." };
    private static readonly Option<int> Promote = new("--promote") { HelpName = "N", Description = $"How many approved tools stand in the list themselves, those that reach furthest first; 0 to {MostPromoted}.", DefaultValueFactory = _ => 20 };
    private static readonly Option<int> SessionMinutes = new("--session") { HelpName = "MINUTES", Description = "How long a tool lives that a caller makes; at most a day.", DefaultValueFactory = _ => 60 };
    private static readonly Option<int> Quarantine = new("--quarantine") { HelpName = "N", Description = $"Take a tool back that failed by its own fault in so many of its last {LastCalls} calls, until a person approves it again; 0: never.", DefaultValueFactory = _ => 5 };
    private static readonly Option<bool> Learn = new("--learn") { Description = "Keep what callers looked for, where they then call a tool that was found and it answers: it is found by these words too. They can be what a person said, and stay in the index beside the registry." };
    private static readonly Option<bool> Values = new("--values") { Description = "Keep in the log what each call was given, for `toolgen repair`: it can be what a person said." };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Read the whole log before the registry opens, and refuse one that was changed." };
    private static readonly Option<bool> Json = new("--json") { Description = "The address, a new token, and why the server does not start, as one line of JSON; over standard input and output it goes to standard error." };
    private static readonly Option<string?> Grants = GrantsOption.Create();

    public static Command Create()
    {
        var command = new DocumentedCommand("serve", "Serve the tools of a registry to agents, and let them make the ones that are missing (MCP).",
            "toolgen serve", "toolgen serve --http 127.0.0.1:8080", "toolgen serve --tokens tokens.json --new-token alice", "toolgen serve --http 0.0.0.0:8080 --tokens tokens.json --host tools.example")
        {
            Http, Tokens, NewToken, Hosts, Origins, Promote, SessionMinutes, Quarantine, Learn, Values, Verify, Json, RegistryOption.Option, Grants, KindsOption.Option,
        };
        EmbeddingsOption.AddTo(command);
        Promote.Validators.Add(result => Within(result, 0, MostPromoted));
        SessionMinutes.Validators.Add(result => Within(result, 1, 24 * 60));
        Quarantine.Validators.Add(result => Within(result, 0, LastCalls));
        command.Validators.Add(result =>
        {
            if (result.GetValue(NewToken) is not null && result.GetValue(Tokens) is null) result.AddError("--new-token goes with --tokens FILE");
            if (result.GetValue(NewToken) is null && result.GetValue(Http) is null && (result.GetValue(Tokens) is not null || result.GetValue(Hosts) is { Length: > 0 } || result.GetValue(Origins) is { Length: > 0 })) result.AddError("--tokens, --host and --origin go with --http");
            if (result.GetValue(Learn) && result.GetValue(Http) is not null && result.GetValue(Tokens) is null) result.AddError("--learn over HTTP goes with --tokens FILE: without them no caller is known apart from another");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, int least, int most)
    {
        if (result.GetValueOrDefault<int>() is var value && (value < least || value > most)) result.AddError($"{result.Option.Name} takes a number from {least} to {most}.");
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        try
        {
            if (parsed.GetValue(NewToken) is { } principal)
            {
                var token = TokenFile.Add(parsed.GetRequiredValue(Tokens)!, principal);
                if (!Told(parsed, terminal.Out, ("principal", principal), ("token", token))) terminal.Out.WriteLine(token);
                return ExitCode.Ok;
            }

            await ServeAsync(parsed, terminal, cancellationToken);
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is TokenFileException or UsageException or RegistryException)
        {
            var code = e is RegistryException ? ExitCode.Failed : ExitCode.Usage;
            if (!Told(parsed, Lines(parsed, terminal), ("error", e.Message))) terminal.Complain(e.Message);
            return code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how a server ends.
            return ExitCode.Ok;
        }
    }

    /// <summary>Where lines of JSON go: standard output is the protocol's, unless it is spoken over HTTP.</summary>
    private static TextWriter Lines(ParseResult parsed, Terminal terminal) => parsed.GetValue(Http) is null && parsed.GetValue(NewToken) is null ? terminal.Error : terminal.Out;

    private static bool Told(ParseResult parsed, TextWriter to, params (string Name, string Value)[] members)
    {
        if (!parsed.GetValue(Json)) return false;
        JsonOutput.WriteLine(to, json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in members) json.WriteString(name, value);
            json.WriteEndObject();
        });
        return true;
    }

    private static async Task ServeAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var endPoint = parsed.GetValue(Http) is { } address ? EndPointOf(address) : null;
        var tokens = parsed.GetValue(Tokens) is { } file ? TokenFile.Read(file, log: terminal.Complain) : null;
        if (endPoint is not null && tokens is null && !IPAddress.IsLoopback(endPoint.Address)) throw new UsageException("without tokens the server listens on loopback alone: add --tokens FILE (--new-token NAME writes it), or listen on 127.0.0.1");
        var host = GrantsOption.Of(parsed, Grants);
        var grants = host.Require(terminal);
        var kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        await using var sandbox = Sandboxes.Resident(grants);
        await using var registry = await SqliteRegistry.OpenAsync(RegistryOption.Of(parsed) with { Verifies = parsed.GetValue(Verify) }, cancellationToken);
        using var embeddings = EmbeddingsOption.Of(parsed);
        await using var finder = await IndexFinder.OpenAsync(registry, Path.Combine(registry.Options.Folder, "index.db"), terminal.Complain, embeddings?.Model, cancellationToken);
        var options = new ToolServerOptions
        {
            Grants = grants,
            Kinds = kinds,
            Packages = host.Packages,
            Promote = parsed.GetValue(Promote),
            SessionTime = TimeSpan.FromMinutes(parsed.GetValue(SessionMinutes)),
            QuarantineFaults = parsed.GetValue(Quarantine),
            QuarantineCalls = LastCalls,
            Learns = parsed.GetValue(Learn),
            Log = line => terminal.Complain(Printable.Of(line)),
        };
        await using var server = new ToolServer(options, registry, finder, sandbox, new RegistryRecorder(registry, parsed.GetValue(Values) ? ArgumentDetail.Values : ArgumentDetail.Shape), endPoint is null ? ServerCaller.OfProcess(Environment.UserName, Environment.ProcessId) : null);
        var warming = server.WarmAsync(cancellationToken);
        if (endPoint is null)
        {
            // Whatever else would write there writes beside it: standard output is the protocol's.
            var output = Console.OpenStandardOutput();
            Console.SetOut(Console.Error);
            Told(parsed, terminal.Error, ("transport", "stdio"));
            await StdioFront.RunAsync(server, Console.OpenStandardInput(), output, cancellationToken);
        }
        else
        {
            await ListenAsync(parsed, server, new() { EndPoint = endPoint, Tokens = tokens, Hosts = parsed.GetValue(Hosts) ?? [], Origins = parsed.GetValue(Origins) ?? [] }, terminal, cancellationToken);
        }

        await warming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task ListenAsync(ParseResult parsed, ToolServer server, HttpFrontOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var front = await StartAsync(server, options, cancellationToken);
        if (options.Tokens is null) terminal.Note("no tokens: whoever reaches this machine's loopback calls approved tools, and nobody makes any");
        else if (!IPAddress.IsLoopback(options.EndPoint.Address)) terminal.Note("tokens cross the network as they are: put a proxy with TLS before it");
        if (!Told(parsed, terminal.Out, ("transport", "http"), ("address", front.Address.ToString()), ("tokens", options.Tokens is null ? "none" : "required"))) terminal.Out.WriteLine(front.Address);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<HttpFront> StartAsync(ToolServer server, HttpFrontOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await HttpFront.StartAsync(server, options, cancellationToken);
        }
        catch (IOException e)
        {
            throw new UsageException($"can't listen on {options.EndPoint}: {e.Message}");
        }
    }

    private static IPEndPoint EndPointOf(string text)
    {
        var bare = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? text["http://".Length..].TrimEnd('/') : text;
        if (bare.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)) bare = "127.0.0.1" + bare["localhost".Length..];
        return bare.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(bare, out var endPoint) && bare.EndsWith(":" + endPoint.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? endPoint
            : throw new UsageException($"{text} is no address to listen on: write an IP address and a port, such as 127.0.0.1:8080");
    }
}

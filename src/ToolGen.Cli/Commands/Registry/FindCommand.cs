using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen find WORDS…</c></summary>
internal static class FindCommand
{
    private static readonly Argument<string[]> Need = new("words") { HelpName = "WORDS", Arity = ArgumentArity.OneOrMore, Description = "What you need, in your own words." };
    private static readonly Option<string?> Kind = new("--kind") { HelpName = "KIND", Description = "Only tools of this kind, such as transform." };
    private static readonly Option<string?> Capability = new("--capability") { HelpName = "LINE", Description = "Only tools that may do this; * stands for any text, as in 'http *'." };
    private static readonly Option<string?> Collection = new("--collection") { HelpName = "NAME", Description = "Only members of this collection." };
    private static readonly Option<ToolState[]> State = new("--state") { HelpName = "STATE", Description = "In this state; may be given again. Unless given: approved and deprecated, which may be called." };
    private static readonly Option<int> Limit = new("--limit") { HelpName = "N", Description = "At most so many.", DefaultValueFactory = _ => 10 };
    private static readonly Option<string?> Samples = new("--samples") { HelpName = "FILE", Description = "What it has to do, as NAME.tests.json has it: run on what is found, they say whether to reuse a tool or to make one." };
    private static readonly Option<bool> Learn = new("--learn") { Description = "Where a tool passes all of --samples, have it found by these words too: they are kept in the index beside the registry." };
    private static readonly Option<bool> Explain = new("--explain") { Description = "Say why: what each way of searching says, and the words that matched." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("find", "Find tools by what you need.", "toolgen find check a bank account number", "toolgen find 'sum a csv by region' --explain", "toolgen find exchange rates --capability 'http *' --json", "toolgen find sum a csv by region --samples wanted.tests.json --learn",
            "toolgen find 'what is left of a salary' --embeddings http://127.0.0.1:11434/v1 --embeddings-model nomic-embed-text")
        {
            Need, Kind, Capability, Collection, State, Limit, Samples, Learn, Explain, Json, RegistryOption.Option, KindsOption.Option,
        };
        EmbeddingsOption.AddTo(command);
        Collection.CompletionSources.Add(VersionArgument.Collections);
        Limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100) result.AddError("--limit takes a number from 1 to 100.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(Learn) && result.GetValue(Samples) is null) result.AddError("--learn goes with --samples FILE: only what passes them is learned.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var samples = parsed.GetValue(Samples) is { } path ? AskedTools.Read(path) : null;
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var query = new ToolQuery(string.Join(' ', parsed.GetRequiredValue(Need)))
        {
            Limit = parsed.GetValue(Limit),
            Kind = parsed.GetValue(Kind),
            Capability = parsed.GetValue(Capability),
            Collection = parsed.GetValue(Collection),
            Explain = parsed.GetValue(Explain),
        };
        if (parsed.GetValue(State) is { Length: > 0 } states) query = query with { States = states };
        using var embeddings = EmbeddingsOption.Of(parsed);
        await using var tools = new FoundTools(registry, embeddings is null ? null : embeddings.Model with { Log = terminal.Complain });
        var (found, answer) = await tools.SearchAsync(query, cancellationToken);
        var tried = samples is null ? [] : await TryAsync(parsed, terminal, registry, [.. found.Select(one => one.Version)], samples, cancellationToken);
        var learned = parsed.GetValue(Learn) && Reused(tried) is { State: ToolState.Approved or ToolState.Deprecated } version ? await tools.LearnAsync(version.Id, query.Text, cancellationToken) : (bool?)null;
        if (parsed.GetValue(Json)) Write(terminal, found, answer, samples is null ? null : tried, learned);
        else Show(terminal, found, answer, query, samples is null ? null : tried);
        if (learned == true && !parsed.GetValue(Json)) terminal.Note($"{Reused(tried)!.Name} is found by these words too from now on: they are kept in index.db beside the registry");
        return ExitCode.Ok;
    }

    private static async Task<IReadOnlyList<TriedTool<StoredVersion>>> TryAsync(ParseResult parsed, Terminal terminal, IToolRegistry registry, IReadOnlyList<StoredVersion> versions, AskedSamples samples, CancellationToken cancellationToken)
    {
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        return await AskedTools.RunAsync(registry, new(parsed, grants, terminal, sandbox, cancellationToken), versions, samples, cancellationToken);
    }

    private static void Show(Terminal terminal, IReadOnlyList<(StoredVersion Version, ToolHit Hit)> found, ToolAnswer answer, ToolQuery query, IReadOnlyList<TriedTool<StoredVersion>>? tried)
    {
        if (query.Explain) terminal.Out.WriteLine("weights " + string.Join(", ", answer.Weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key} {weight.Value:0.00}"))));
        foreach (var (version, hit) in found)
        {
            terminal.Out.WriteLine(Printable.Of($"{version.Name} {version.Version}  {ShownText.Cut(VersionChoice.Purpose(version), 120)}{(version.State == ToolState.Approved ? "" : $"  ({Words.Of(version.State)})")}"));
            foreach (var arm in hit.Arms) terminal.Out.WriteLine(Printable.Of(Line(arm)));
            if (tried?.FirstOrDefault(one => one.Tool.Id == version.Id) is { } came) terminal.Out.WriteLine(Printable.Of("  " + AskedTools.Line(came)));
        }

        if (found.Count == 0) terminal.Out.WriteLine("nothing fits");
        if (tried is not null) terminal.Out.WriteLine(Reused(tried) is { } reused ? $"reuse {reused.Name} {reused.Version}" : "make");
        if (tried is null) terminal.Note("whether a tool does what you need its schema and samples say: `toolgen show NAME`. Where none does, make one: `toolgen guide` tells how, `toolgen forge` tries it, `toolgen add` proposes it to a person");
        else if (Reused(tried) is null) terminal.Note("nothing passes all samples. Make a tool: `toolgen guide` tells how, the samples are its examples, `toolgen forge` tries it, `toolgen add` proposes it to a person");
    }

    private static StoredVersion? Reused(IReadOnlyList<TriedTool<StoredVersion>> tried) => tried.FirstOrDefault(one => one.IsWhole)?.Tool;

    private static string Line(ArmHit arm) => string.Create(CultureInfo.InvariantCulture,
        $"  {arm.Arm} {(arm.Rank is { } rank ? $"rank {rank}, score {arm.Score:0.###}" : "did not find it")}{(arm.Terms.Count == 0 ? "" : ": " + string.Join(", ", arm.Terms.Take(6).Select(term => $"{term.Term} ({term.Fields}, {Words.Count(term.Tools, "tool")})")))}");

    private static void Write(Terminal terminal, IReadOnlyList<(StoredVersion Version, ToolHit Hit)> found, ToolAnswer answer, IReadOnlyList<TriedTool<StoredVersion>>? tried, bool? learned) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("tools");
        foreach (var (version, hit) in found)
        {
            json.WriteStartObject();
            VersionJson.Members(json, version);
            json.WriteString("purpose", VersionChoice.Purpose(version));
            json.WriteNumber("score", Math.Round(hit.Score, 6));
            if (hit.Arms.Count > 0) Arms(json, hit);
            if (tried?.FirstOrDefault(one => one.Tool.Id == version.Id) is { } came)
            {
                if (came.Run is { } run) json.WriteNumber("passed", run.Passed);
                if (came.Why is { } why) json.WriteString("why", why);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("weights");
        foreach (var (arm, weight) in answer.Weights) json.WriteNumber(arm, weight);
        json.WriteEndObject();
        if (tried is not null)
        {
            var reused = Reused(tried);
            json.WriteString("verdict", reused is null ? "make" : "reuse");
            if (reused is not null) json.WriteString("reuse", reused.Name);
            if (learned is { } isLearned) json.WriteBoolean("learned", isLearned);
        }

        if (found.Count == 0) json.WriteString("instead", "nothing fits: make a tool; `toolgen guide` tells how, `toolgen forge` tries it, `toolgen add` proposes it to a person");
        json.WriteEndObject();
    });

    private static void Arms(Utf8JsonWriter json, ToolHit hit)
    {
        json.WriteStartArray("arms");
        foreach (var arm in hit.Arms)
        {
            json.WriteStartObject();
            json.WriteString("arm", arm.Arm);
            if (arm.Rank is { } rank) json.WriteNumber("rank", rank);
            json.WriteNumber("score", Math.Round(arm.Score, 6));
            json.WriteStartArray("terms");
            foreach (var term in arm.Terms)
            {
                json.WriteStartObject();
                json.WriteString("term", term.Term);
                json.WriteNumber("tools", term.Tools);
                json.WriteNumber("score", Math.Round(term.Score, 6));
                json.WriteString("fields", term.Fields);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen review [NAME|ID]</c></summary>
internal static class ReviewCommand
{
    private static readonly Argument<string?> What = VersionArgument.Offered(new Argument<string?>("version") { HelpName = "NAME|ID", Arity = ArgumentArity.ZeroOrOne, Description = "Which version; of a name, the newest that waits. Unless given, all that wait are listed." });
    private static readonly Option<bool> Full = new("--full") { Description = "Everything: each finding, sample and change, the difference of the texts, the files." };
    private static readonly Option<bool> Upgrade = new("--upgrade") { Description = "Forge all that is approved again, with this ToolGen, and sign what passes in one go." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("review", "Show what a person looks at before saying yes: what it does and may touch, findings, samples, what changed, tools like it.",
            "toolgen review", "toolgen review check_iban", "toolgen review check_iban@1.2.0 --full", "toolgen review --upgrade")
        {
            What, Full, Upgrade, KeyOption.Option, Json, KindsOption.Option, RegistryOption.Option,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Upgrade) && result.GetValue(What) is not null) result.AddError("--upgrade is about all that is approved: name no version.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        if (parsed.GetValue(Upgrade)) return await UpgradeReview.RunAsync(parsed, terminal, parsed.GetValue(Json), cancellationToken);
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        if (parsed.GetValue(What) is not { } what) return List(terminal, registry, parsed.GetValue(Json));

        var version = VersionChoice.Require(registry, what, ToolState.Candidate, ToolState.Quarantined, ToolState.Approved, ToolState.Deprecated);
        var text = new ReviewText(registry, version) { Proven = await ProvenAsync(parsed, terminal, registry, version, cancellationToken) };
        if (parsed.GetValue(Json)) Write(terminal, version, text);
        else terminal.Out.Write(Printable.Lines(parsed.GetValue(Full) ? text.Full() : text.Screen()));
        return ExitCode.Ok;
    }

    // Only where there is something to run: most reviews need no sandbox.
    private static async Task<IReadOnlyList<ProvenAlike>> ProvenAsync(ParseResult parsed, Terminal terminal, IToolRegistry registry, StoredVersion version, CancellationToken cancellationToken)
    {
        await using var tools = new FoundTools(registry);
        if (await SimilarTools.LikelyAsync(registry, tools, version, cancellationToken) is not { } likely) return [];
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        return await SimilarTools.ProvenAsync(registry, new(parsed, grants, terminal, sandbox, cancellationToken), version, likely, cancellationToken);
    }

    private static int List(Terminal terminal, IToolRegistry registry, bool json)
    {
        var waiting = registry.List(ToolState.Candidate, ToolState.Quarantined).ToArray();
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteStartObject();
                VersionJson.Array(writer, "versions", waiting);
                writer.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        var table = new TextTable(terminal, "name", "version", "state", "id", "may", "samples", "since");
        foreach (var version in waiting)
        {
            var before = new ReviewText(registry, version).Before;
            table.Add(
                version.Name, version.Version, Words.Of(version.State), Words.Short(version.Id), version.Capabilities.Count == 0 ? "compute" : Words.Count(version.Capabilities.Count, "effect"),
                $"{version.Evidence.Samples.Count(sample => sample.Outcome == "passed")} of {version.Evidence.Samples.Count} passed",
                before is null ? "new" : $"{before.Version}, {VersionChange.Between(before, version).Step.ToString().ToLowerInvariant()}");
        }

        table.Write();
        terminal.Note(waiting.Length == 0 ? "nothing waits for a person" : $"{Words.Count(waiting.Length, "version")} for a person; `toolgen review NAME` shows one, `toolgen approve NAME` says yes");
        return ExitCode.Ok;
    }

    private static void Write(Terminal terminal, StoredVersion version, ReviewText text) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        VersionJson.Members(json, version);
        json.WriteTexts("suppressions", Suppressions.In(version.Companion).Select(hidden => $"{hidden.Line}: {hidden.Text}"));
        if (text.Before is { } before)
        {
            ChangeJson.Write(json, "change", VersionChange.Between(before, version));
            json.WriteString("texts", VersionDiff.Texts(before, version));
        }

        json.WriteString("screen", text.Screen());
        json.Json("seen", version.Evidence.Text);
        json.WriteEndObject();
    });
}

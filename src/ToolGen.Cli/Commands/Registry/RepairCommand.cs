using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen repair NAME --to FOLDER</c></summary>
internal static class RepairCommand
{
    private static readonly Argument<string> What = VersionArgument.Create(" Of a name, the version that it leads to, or one in quarantine.");
    private static readonly Option<string> To = new("--to") { HelpName = "FOLDER", Description = "Where the next version's files go; the current folder unless given.", DefaultValueFactory = _ => "." };
    private static readonly Option<string?> Samples = new("--samples") { HelpName = "FILE", Description = "Calls that went wrong: a JSON list of samples {\"input\": …, \"output\": …}, or of inputs alone." };
    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite files that are there." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("repair", "Begin the next version: its spec with the next number, and beside it the old samples with the calls that failed.",
            "toolgen repair check_iban --to tools", "toolgen repair check_iban --samples failed.json --to tools")
        {
            What, To, Samples, Force, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var version = VersionChoice.Require(registry, parsed.GetRequiredValue(What), ToolState.Quarantined, ToolState.Approved, ToolState.Deprecated, ToolState.Candidate);
        var failed = FailedCalls.Of(registry, version).Concat(parsed.GetValue(Samples) is { } file ? FailedCalls.Read(file) : []).DistinctBy(sample => sample.ToString()).ToArray();
        var highest = registry.History(version.Name).Where(other => other.State != ToolState.Session).Select(other => other.Version).Append(version.Version).Order(Comparer<string>.Create(Specification.Capabilities.VersionRange.Compare)).Last();
        var next = StepRule.Next(highest, SemVerStep.Patch);
        var folder = parsed.GetRequiredValue(To);
        var files = new List<(string Path, string Text)> { (Path.Combine(folder, version.Name + SpecSet.Extension), NextSpec.Of(version, next)) };
        if (version.Companion is { } companion) files.Add((Path.Combine(folder, version.Name + ".tool.cs"), companion));
        if (NextSpec.TestsOf(version, failed) is { } tests) files.Add((Path.Combine(folder, version.Name + ".tests.json"), tests));
        if (!parsed.GetValue(Force) && files.FirstOrDefault(one => File.Exists(one.Path) && File.ReadAllText(one.Path) != one.Text) is { Path: { } there }) throw new UsageException($"{there} holds something else: --force overwrites");
        using var batch = new FileBatch();
        foreach (var (path, text) in files) batch.Add(path, text);
        batch.Commit(cancellationToken);

        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("name", version.Name);
                json.WriteString("from", version.Version);
                json.WriteString("version", next);
                json.WriteNumber("samples", failed.Length);
                json.WriteTexts("files", files.Select(one => one.Path));
                json.WriteEndObject();
            });
        }
        else
        {
            foreach (var (path, _) in files) terminal.Out.WriteLine(Printable.Of(path));
            terminal.Note($"{version.Name} {next}, begun from {version.Version}, with {Words.Count(failed.Length, "call")} that failed: say what each \"?\" should be, mend the tool until `toolgen try` passes, then `toolgen add`");
        }

        return ExitCode.Ok;
    }
}

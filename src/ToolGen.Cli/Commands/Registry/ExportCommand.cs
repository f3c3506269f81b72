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

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen export NAME… --to FOLDER|--bundle FILE</c></summary>
internal static class ExportCommand
{
    private static readonly Argument<string[]> What = VersionArgument.Offered(new Argument<string[]>("version") { HelpName = "NAME|ID", Arity = ArgumentArity.ZeroOrMore, Description = "Which versions; of a name, the one that it leads to. Unless given, all that names lead to." });
    private static readonly Option<string?> To = new("--to") { HelpName = "FOLDER", Description = "Write the files of the specs there, such as the tools folder of a project: its build then takes them in, and its merge approves them." };
    private static readonly Option<string?> BundleFile = new("--bundle") { HelpName = "FILE", Description = "Write them as one file for another registry." };
    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite files that hold something else." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("export", "Write versions into a project, or as a bundle for another registry.", "toolgen export check_iban --to tools", "toolgen export --bundle tools.bundle.json")
        {
            What, To, BundleFile, Force, Json, RegistryOption.Option,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(To) is null == result.GetValue(BundleFile) is null) result.AddError("Say where: --to FOLDER or --bundle FILE.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var versions = Chosen(registry, parsed.GetValue(What) ?? []);
        if (versions.Count == 0) throw new UsageException("there is nothing to export: no version is approved");
        foreach (var version in versions.Where(version => version.State != ToolState.Approved)) terminal.Note($"{version.Name} {version.Version} is {Words.Of(version.State)}");
        using var batch = new FileBatch();
        var files = parsed.GetValue(BundleFile) is { } file ? [(file, Bundle.Write(versions))] : versions.SelectMany(version => Files(parsed.GetValue(To)!, version)).ToArray();
        var foreign = files.Where(one => File.Exists(one.Item1) && File.ReadAllText(one.Item1) != one.Item2).Select(one => one.Item1).ToArray();
        if (foreign.Length > 0 && !parsed.GetValue(Force)) throw new UsageException($"{string.Join(", ", foreign)} {(foreign.Length == 1 ? "holds" : "hold")} something else: --force overwrites");
        foreach (var (path, text) in files) batch.Add(path, text);
        batch.Commit(cancellationToken);
        if (parsed.GetValue(Json)) Write(terminal, versions, files.Select(one => one.Item1));
        else foreach (var (path, _) in files) terminal.Out.WriteLine(Printable.Of(path));
        return ExitCode.Ok;
    }

    private static IReadOnlyList<StoredVersion> Chosen(IToolRegistry registry, IReadOnlyList<string> named) => named.Count > 0
        ? [.. named.Select(text => VersionChoice.Require(registry, text, ToolState.Approved, ToolState.Deprecated)).DistinctBy(version => version.Id)]
        : [.. registry.List(ToolState.Approved).Where(version => registry.Find(version.Name)?.Id == version.Id)];

    private static IEnumerable<(string Path, string Text)> Files(string folder, StoredVersion version)
    {
        yield return (Path.Combine(folder, version.Name + SpecSet.Extension), version.Spec);
        if (version.Companion is { } companion) yield return (Path.Combine(folder, version.Name + ".tool.cs"), companion);
        if (version.Tests is { } tests) yield return (Path.Combine(folder, version.Name + ".tests.json"), tests);
    }

    private static void Write(Terminal terminal, IReadOnlyList<StoredVersion> versions, IEnumerable<string> files) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        VersionJson.Array(json, "versions", versions);
        json.WriteTexts("files", files);
        json.WriteEndObject();
    });
}

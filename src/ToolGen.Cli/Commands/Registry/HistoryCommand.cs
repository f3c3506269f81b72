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

/// <summary><c>toolgen history NAME</c></summary>
internal static class HistoryCommand
{
    private static readonly Argument<string> Name = VersionArgument.Name();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("history", "Print all versions of a name, the newest first: where each stands, and what it changed.", "toolgen history check_iban", "toolgen history check_iban --json")
        {
            Name, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var history = VersionChoice.RequireHistory(registry, parsed.GetRequiredValue(Name));
        var lines = history.Select(version => (Version: version, Change: StepRule.Before(version.Version, history.Where(other => other.Id != version.Id)) is { } before ? VersionChange.Between(before, version) : null)).ToArray();
        if (parsed.GetValue(Json)) Write(terminal, lines);
        else Show(terminal, lines);
        return ExitCode.Ok;
    }

    private static void Show(Terminal terminal, IReadOnlyList<(StoredVersion Version, VersionChange? Change)> lines)
    {
        foreach (var (version, change) in lines)
        {
            terminal.Out.WriteLine(Printable.Of($"{version.Name} {version.Version} {Words.Of(version.State)} {version.Id}"));
            terminal.Out.WriteLine(Printable.Of($"  by {version.Maker}, {Words.Of(version.Created)}"));
            if (version.Approval is { } approval) terminal.Out.WriteLine(Printable.Of($"  approved {Words.Of(approval.At)} with the key {Words.Short(approval.Key)}"));
            if (version.Reason is { } reason) terminal.Out.WriteLine(Printable.Of($"  {Words.Of(version.State)}: {reason}"));
            if (change is null) continue;
            terminal.Out.WriteLine(Printable.Of($"  since {change.Older}: {VersionDiff.Step(change)}"));
            foreach (var one in change.Changes.Take(3)) terminal.Out.WriteLine(Printable.Of($"    {one}"));
            if (change.Changes.Count > 3) terminal.Out.WriteLine($"    … {change.Changes.Count - 3} more: toolgen diff");
        }
    }

    private static void Write(Terminal terminal, IReadOnlyList<(StoredVersion Version, VersionChange? Change)> lines) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("versions");
        foreach (var (version, change) in lines)
        {
            json.WriteStartObject();
            VersionJson.Members(json, version);
            if (change is not null) ChangeJson.Write(json, "change", change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Completions;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen list</c></summary>
internal static class ListCommand
{
    private static readonly Option<ToolState[]> State = new("--state")
    {
        HelpName = "STATE",
        Description = "Only versions in this state; may be given again. Unless given: all but those of sessions.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("list", "List the versions of the registry and where they stand.", "toolgen list", "toolgen list --state candidate", "toolgen list --json")
        {
            State, Json, RegistryOption.Option,
        };
        State.CompletionSources.Add(_ => Enum.GetNames<ToolState>().Select(name => new CompletionItem(name.ToLowerInvariant())));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        IReadOnlyList<ToolState> states = parsed.GetValue(State) is { Length: > 0 } asked ? asked : [.. Enum.GetValues<ToolState>().Where(state => state != ToolState.Session)];
        var versions = registry.List(states).ToArray();
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => Write(json, versions));
        else Show(terminal, versions);
        return ExitCode.Ok;
    }

    private static void Show(Terminal terminal, IReadOnlyList<StoredVersion> versions)
    {
        var table = new TextTable(terminal, "name", "version", "state", "kind", "id", "created");
        foreach (var version in versions) table.Add(Mood(version.State), version.Name, version.Version, Words.Of(version.State), version.Kind, Words.Short(version.Id), Words.Day(version.Created));
        table.Write();
        terminal.Note(Words.Count(versions.Count, "version"));
    }

    private static Mood Mood(ToolState state) => state switch
    {
        ToolState.Approved => Output.Mood.Fine,
        ToolState.Rejected or ToolState.Revoked or ToolState.Quarantined => Output.Mood.Wrong,
        ToolState.Candidate => Output.Mood.Doubtful,
        _ => Output.Mood.Plain,
    };

    private static void Write(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<StoredVersion> versions)
    {
        json.WriteStartObject();
        VersionJson.Array(json, "versions", versions);
        json.WriteEndObject();
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Cli.Output;

/// <summary>How far tools are isolated here, for a person and for programs.</summary>
/// <param name="states">The levels, strongest first.</param>
/// <param name="least">Below it no tool runs that nobody approved.</param>
/// <param name="limits">How what a tool uses of the machine is counted.</param>
internal sealed class IsolationText(IReadOnlyList<IsolationState> states, IsolationLevel least, string limits)
{
    private IsolationLevel? Reached => states.FirstOrDefault(state => state.Works)?.Level;

    public bool IsEnough => this.Reached >= least;

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var state in states)
        {
            text.Append(state.Works ? "✓ " : "✗ ").Append(Name(state.Level).PadRight(11)).Append(Meaning(state.Level)).Append('\n');
            if (!state.Works) text.Append("    why: ").Append(state.Reason).Append('\n');
            if (state.Remedy is { } remedy) text.Append("    to do: ").Append(remedy).Append('\n');
        }

        text.Append("\nlimits: ").Append(limits).Append('\n');
        text.Append("names: what specs may reach by name here, and the addresses behind it, tells `toolgen guide --here`\n\n");
        return text.Append(this.Verdict()).Append('\n').ToString();
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("reached", this.Reached is { } reached ? Name(reached) : null);
        json.WriteString("least", Name(least));
        json.WriteBoolean("enough", this.IsEnough);
        json.WriteString("limits", limits);
        json.WriteStartArray("levels");
        foreach (var state in states)
        {
            json.WriteStartObject();
            json.WriteString("level", Name(state.Level));
            json.WriteBoolean("works", state.Works);
            json.WriteString("holds", Meaning(state.Level));
            json.WriteString("reason", state.Reason);
            json.WriteString("remedy", state.Remedy);
            json.WriteNumber("milliseconds", Math.Round(state.Took.TotalMilliseconds, 1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string Verdict() => this.Reached switch
    {
        { } reached when reached >= least => $"Tools that nobody approved run isolated at the level {Name(reached)}.",
        { } reached => $"Tools that nobody approved do not run here: {Name(reached)} is less than {Name(least)}, the least that is asked for.",
        _ => "No worker starts here: tools that nobody approved do not run.",
    };

    private static string Meaning(IsolationLevel level) => level switch
    {
        IsolationLevel.Bubblewrap => "sees the runtime and nothing else: no files, processes, users or network of this machine",
        IsolationLevel.Landlock => "opens no file but the runtime's; names and command lines of other processes can be read",
        IsolationLevel.Seccomp => "no network, programs, signals or writing; what you can read, it can read",
        _ => "a process of its own with limits; what you can reach, it can reach",
    };

    private static string Name(IsolationLevel level) => level.ToString().ToLower(CultureInfo.InvariantCulture);
}

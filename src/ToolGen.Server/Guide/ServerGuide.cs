using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using ToolGen.Effects;
using ToolGen.Generator;
using ToolGen.Server.Answers;
using ToolGen.Specification.Json;

namespace ToolGen.Server.Guide;

/// <summary>What a model needs to write a spec: the pages of <c>toolgen guide</c>, with the tools of this server for its commands.</summary>
internal static class ServerGuide
{
    private const int LongestValue = 200;
    private const string LoopOfCommands = "Loop: `toolgen check";

    /// <summary>The kinds that a client can write.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["transform", "file", "http", "sql", "compose", "code"];

    /// <summary>The page that holds for all kinds, and that of one with a whole spec; without a kind what kinds there are.</summary>
    public static string Of(string? kind) => kind is null
        ? $"{Common()}Kinds: transform (parse text, filter, group, result), file (the same over granted folders, may write), http (one request), sql (one statement), compose (a graph of other tools), code (a C# body). Then: spec_guide with a kind.\n"
        : $"{Common()}{Resource(typeof(ToolSource).Assembly, $"Kinds.{kind}.{kind}.md").TrimEnd('\n')}\n{Example(kind)}\n";

    /// <summary>What a spec can reach on this server, and what a tool may do before a person approved it: names alone, no value of a secret.</summary>
    public static string Here(Grants grants)
    {
        var text = new StringBuilder();
        Line(text, "Folders", grants.Folders.Select(one => $"{one.Key} ({one.Value.Access.ToString().ToLowerInvariant()})"));
        Line(text, "Databases", grants.Databases.Select(one => $"{one.Key} ({one.Value.Provider}, {one.Value.Access.ToString().ToLowerInvariant()})"));
        Line(text, "Secrets", grants.Secrets.Select(one => $"{one.Key} (for {(one.Value.Origins.Count == 0 ? "signing" : string.Join(" ", one.Value.Origins))})"));
        Line(text, "Settings", grants.Settings.Keys);
        Line(text, "Requests", grants.Http.Select(one => $"{string.Join(" ", one.Methods)} {one.Origin}"));
        Line(text, "A tool that nobody approved may", grants.SessionAllow);
        return text.Length > 0 ? text.ToString() : "Nothing is bound here: a tool computes from its arguments alone.\n";
    }

    private static string Common()
    {
        var lines = Resource(typeof(ServerGuide).Assembly, "ToolGen.Server.common.md").TrimEnd('\n').Split('\n').Where(line => !line.StartsWith(LoopOfCommands, StringComparison.Ordinal));
        return string.Join('\n', lines).Replace("`toolgen types FILE` prints them.", "Findings come with them.", StringComparison.Ordinal)
            + "\nLoop: check_spec → mend what it says → make_tool (runs the samples) until there are no errors → call_tool with the handle. A mended spec of one that was made already has the next `version`.\n";
    }

    /// <summary>One whole spec of a kind.</summary>
    public static string Example(string kind) =>
        JsonWriter.Compact(JsonReader.Read(new SourceText(kind, Resource(typeof(ToolSource).Assembly, $"Kinds.{kind}.{kind}.example.tool.json"))).Root!);

    private static string Resource(Assembly assembly, string end)
    {
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(end, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void Line(StringBuilder text, string title, IEnumerable<string> names)
    {
        var all = string.Join(", ", names.Select(name => ShortText.Of(name, LongestValue)));
        if (all.Length > 0) text.Append(title).Append(": ").Append(all).Append('\n');
    }
}

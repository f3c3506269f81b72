using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ToolGen.Generator;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Guide;

/// <summary>The guide for a model: a page that holds for all kinds, a page of the kind, and one whole spec of it.</summary>
internal static class GuideText
{
    /// <summary>The kinds that have a page, which are those that this version makes.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["transform", "file", "http", "sql", "compose", "code", "declared"];

    /// <summary>The whole text; without a kind the common page alone.</summary>
    public static string Of(string? kind)
    {
        var common = Resource(typeof(GuideText).Assembly, "Guide.common.md");
        return kind is null
            ? common + "\nThen: `toolgen guide KIND`, KIND one of " + string.Join(", ", Kinds) + ".\n"
            : $"{common}\n{Page(kind)}\n{Example(kind)}\n";
    }

    /// <summary>The page of a kind.</summary>
    public static string Page(string kind) => Resource(typeof(ToolSource).Assembly, $"Kinds.{kind}.{kind}.md");

    /// <summary>One whole spec of a kind, compact: indentation costs a model half as much again.</summary>
    public static string Example(string kind) =>
        JsonWriter.Compact(JsonReader.Read(new SourceText(kind, Resource(typeof(ToolSource).Assembly, $"Kinds.{kind}.{kind}.example.tool.json"))).Root!);

    private static string Resource(Assembly assembly, string end)
    {
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(end, System.StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

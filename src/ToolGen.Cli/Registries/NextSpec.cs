using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Registries;

/// <summary>The files that the next version begins from.</summary>
internal static class NextSpec
{
    /// <summary>The spec as it is laid out, with another number.</summary>
    public static string Of(StoredVersion version, string number)
    {
        if (JsonReader.Read(new SourceText("spec", version.Spec)).Root is not JsonObject root) return version.Spec;
        var quoted = JsonWriter.Quote(number);
        if (root.Member("version") is { } there) return version.Spec[..there.Value.Span.Start] + quoted + version.Spec[there.Value.Span.End..];
        var name = root.Member("name")!;

        // On a line of its own where the name has one.
        var line = version.Spec.LastIndexOf('\n', name.NameSpan.Start);
        var indent = line >= 0 && version.Spec[(line + 1)..name.NameSpan.Start].Trim().Length == 0 ? version.Spec[line..name.NameSpan.Start] : " ";
        return version.Spec[..name.Value.Span.End] + "," + indent + "\"version\": " + quoted + version.Spec[name.Value.Span.End..];
    }

    /// <summary>The held-out samples with more behind them; null where there are none at all.</summary>
    public static string? TestsOf(StoredVersion version, IReadOnlyList<JsonObject> more)
    {
        if (more.Count == 0) return version.Tests;
        var lines = more.Select(sample => "  " + JsonWriter.Compact(sample)).ToArray();
        if (version.Tests is null) return "[\n" + string.Join(",\n", lines) + "\n]\n";
        var root = JsonReader.Read(new SourceText("tests", version.Tests)).Root;
        if ((root as JsonArray ?? (root as JsonObject)?["tests"] as JsonArray) is not { } list) return version.Tests;
        var end = list.Span.End - 1;
        return version.Tests[..end].TrimEnd() + (list.Items.Count > 0 ? ",\n" : "\n") + string.Join(",\n", lines) + "\n" + version.Tests[end..];
    }
}

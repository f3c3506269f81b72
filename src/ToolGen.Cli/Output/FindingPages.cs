using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Cli.Commands;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>Pages of findings for a terminal, and for programs.</summary>
internal static class FindingPages
{
    private const int Width = 100;

    /// <summary>The first pages; of the others the titles.</summary>
    public static string Text(IReadOnlyList<Explained> all, int shown)
    {
        var text = new StringBuilder();
        foreach (var one in all.Take(shown))
        {
            if (text.Length > 0) text.Append('\n');
            Page(text, one);
        }

        if (all.Count > shown) text.Append("\nalso:\n");
        foreach (var one in all.Skip(shown)) text.Append($"  {one.Descriptor.Id} {one.Descriptor.Title}\n");
        return text.ToString();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<Explained> all)
    {
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (var (descriptor, finding) in all.Select(one => (one.Descriptor, one.Finding)))
        {
            json.WriteStartObject();
            json.WriteString("id", descriptor.Id);
            json.WriteString("title", descriptor.Title);
            json.WriteString("severity", descriptor.Severity.ToString().ToLowerInvariant());
            json.WriteString("station", FindingPage.StationOf(descriptor.Id));
            json.WriteString("place", finding?.Place.ToString());
            json.WriteString("what", finding?.Message ?? descriptor.Message);
            json.WriteString("remedy", finding?.Remedy ?? descriptor.Remedy);
            json.WriteString("why", descriptor.Explanation.Trim());
            json.WriteString("bad", descriptor.Bad.Trim());
            json.WriteString("good", descriptor.Good.Trim());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Page(StringBuilder text, Explained one)
    {
        var (descriptor, finding) = (one.Descriptor, one.Finding);
        text.Append($"{descriptor.Id}: {descriptor.Title} ({descriptor.Severity.ToString().ToLowerInvariant()}, {FindingPage.StationOf(descriptor.Id)})\n");
        if (finding is not null) text.Append($"{finding.Place}\n");
        Part(text, "What", finding?.Message ?? descriptor.Message);
        Part(text, "Instead", finding?.Remedy ?? descriptor.Remedy);
        Part(text, "Why", descriptor.Explanation);
        Excerpt(text, "Has the finding", descriptor.Bad);
        Excerpt(text, "Mended", descriptor.Good);
    }

    private static void Part(StringBuilder text, string title, string prose)
    {
        if (prose.Trim().Length == 0) return;
        text.Append('\n').Append(title).Append('\n');
        var line = new StringBuilder();
        foreach (var word in prose.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length + 3 > Width)
            {
                text.Append("  ").Append(line).Append('\n');
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        text.Append("  ").Append(line).Append('\n');
    }

    private static void Excerpt(StringBuilder text, string title, string excerpt)
    {
        if (excerpt.Trim().Length == 0) return;
        text.Append('\n').Append(title).Append('\n');
        foreach (var line in excerpt.Trim().Split('\n')) text.Append("  ").Append(line).Append('\n');
    }
}

using System.Collections.Generic;
using System.Text;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Kinds.Own;

/// <summary><c>x-capabilities</c> of an own kind's schema, for one spec: fields stand in braces, and what is no constant of theirs becomes <c>*</c>.</summary>
internal static class OwnCapabilities
{
    /// <summary>The lines; one that names a field that the spec leaves out falls away, one that is no capability is a finding.</summary>
    public static IReadOnlyList<string> Of(string kind, OwnSchema schema, JsonObject node, FindingSink findings)
    {
        var lines = new List<string>();
        foreach (var pattern in schema.Capabilities)
        {
            if (Fill(pattern, node, out var field) is not { } line) continue;
            if (Capability.TryParse(line) is not null) lines.Add(line);
            else if (field is null) findings.Add(FindingCatalog.OwnKindTemplate, node["kind"]!.Span, kind, $"`{line}` of its x-capabilities is no capability");
            else findings.Add(FindingCatalog.OwnKindField, node[field]!.Span, field, $"it makes `{line}`, which is no capability");
        }

        return lines;
    }

    private static string? Fill(string pattern, JsonObject node, out string? field)
    {
        field = null;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var end = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(pattern[i]);
                continue;
            }

            field = pattern.Substring(i + 1, end - i - 1);
            if (node[field] is not JsonString value) return null;
            foreach (var piece in JsonHoleWriter.Holes(value).Pieces) text.Append(piece.Reference is null ? piece.Literal : "*");
            i = end;
        }

        return text.ToString();
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Build;

/// <summary>The text of <c>tools.json</c>: <c>{"tools":[…]}</c> as MCP's <c>tools/list</c> answers it, a tool a line, in ordinal order of the names.</summary>
public static class ToolList
{
    private static readonly string[] Members = ["name", "title", "description", "inputSchema", "outputSchema", "annotations"];

    /// <summary>Prints the list.</summary>
    /// <param name="tools">In any order.</param>
    /// <param name="problems">What keeps it from being printed: a finding and its arguments, each.</param>
    /// <returns>The text, LF line ends, the last one included; null where there are problems.</returns>
    public static string? Print(IEnumerable<ToolMetadata> tools, out IReadOnlyList<(FindingDescriptor Finding, string[] Arguments)> problems)
    {
        var found = new List<(FindingDescriptor, string[])>();
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tool in tools)
        {
            var name = tool.Name ?? "";
            if (!names.Add(name)) found.Add((FindingCatalog.ToolListedTwice, [name]));
            else if (Line(name, tool.McpTool ?? "") is { } line) lines.Add(name, line);
            else found.Add((FindingCatalog.ToolMetadataUnreadable, [name]));
        }

        problems = found;
        return found.Count > 0 ? null : "{\"tools\":[" + string.Join(",", lines.Values.Select(line => "\n" + line)) + "\n]}\n";
    }

    private static string? Line(string name, string mcpTool)
    {
        var document = JsonReader.Read(new SourceText(name, mcpTool));
        if (document.Findings.Any(finding => finding.Severity == FindingSeverity.Error) || document.Root is not JsonObject tool) return null;
        if (tool["name"] is not JsonString { Value: var written } || written != name) return null;

        // MCP's order, then what else there is: the same tool is the same text whoever wrote the metadata.
        var ordered = Members.Where(member => tool[member] is not null).Concat(tool.Members.Select(member => member.Name).Where(member => !Members.Contains(member)));
        var text = new StringBuilder();
        foreach (var member in ordered)
            text.Append(text.Length == 0 ? '{' : ',').Append(JsonWriter.Quote(member)).Append(':').Append(JsonWriter.Canonical(tool[member]!));
        return text.Append('}').ToString();
    }
}

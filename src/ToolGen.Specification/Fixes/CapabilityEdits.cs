using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Mends of a spec's <c>capabilities</c>.</summary>
public static class CapabilityEdits
{
    /// <summary>Adds lines at the end of the list; makes the list where there is none.</summary>
    public static FindingFix Add(SourceText source, JsonObject root, IReadOnlyCollection<string> lines)
    {
        var mends = new MendSink(source);
        var nodes = lines.Select(line => new JsonString(line, default));
        var edit = root["capabilities"] is JsonArray list
            ? mends.Replacing(list, new JsonArray([.. list.Items, .. nodes], default))
            : mends.Appending(root, "capabilities", new JsonArray(nodes.ToArray<JsonNode>(), default));
        return new($"add {Shown(lines)} to capabilities", new([edit]));
    }

    /// <summary>Takes a line out of the list.</summary>
    public static FindingFix Remove(SourceText source, JsonArray list, JsonString line)
    {
        var shorter = new JsonArray(list.Items.Where(item => !ReferenceEquals(item, line)).ToArray(), default);
        return new($"take \"{line.Value}\" out of capabilities", new([new MendSink(source).Replacing(list, shorter)]));
    }

    /// <summary>Lines as they stand in the list.</summary>
    public static string Shown(IEnumerable<string> lines) => string.Join(", ", lines.Select(JsonWriter.Quote));
}

using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of the kinds transform and file: words of other query languages for the steps.</summary>
internal static class TransformMends
{
    public static void Implementation(MendSink sink, JsonObject implementation)
    {
        if (implementation["parse"] is JsonObject parse) SpecMends.Keys(sink, parse, Aliases.Parse);
        if (implementation["steps"] is not JsonArray steps) return;
        foreach (var step in steps.Items.OfType<JsonObject>())
        {
            SpecMends.Keys(sink, step, Aliases.Step);
            Count(sink, step.Member("take"));
            Count(sink, step.Member("skip"));
        }
    }

    // "take": "{top}", a hole where C# is read.
    private static void Count(MendSink sink, JsonMember? member)
    {
        if (member?.Value is not JsonString { Value: var text } node || text.Length < 3 || text[0] != '{' || text[text.Length - 1] != '}') return;
        var name = text.Substring(1, text.Length - 2);
        if (!Holes.IsName(name)) return;
        sink.Replace(FindingCatalog.HoleStyle, node, new JsonString("input." + name, default), text, "input." + name);
    }
}

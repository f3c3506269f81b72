using System;
using System.Globalization;
using ToolGen.Specification.Json;

namespace ToolGen.Server.Answers;

/// <summary>Where in a JSON text an offset stands, as a JSON Pointer: what a client sent as an object has no lines.</summary>
internal static class SpecPointer
{
    /// <summary>Of the innermost value that holds the offset; the root is the empty text.</summary>
    public static string Of(JsonNode? root, int offset)
    {
        var pointer = "";
        for (var node = root; node is not null;)
        {
            var (step, inner) = Step(node, offset);
            if (step is null) break;
            pointer += "/" + step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            node = inner;
        }

        return pointer;
    }

    private static (string? Step, JsonNode? Inner) Step(JsonNode node, int offset)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.Members)
                    if (Holds(member.NameSpan, offset) || Holds(member.Value.Span, offset)) return (member.Name, Holds(member.Value.Span, offset) ? member.Value : null);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Items.Count; i++)
                    if (Holds(list.Items[i].Span, offset)) return (i.ToString(CultureInfo.InvariantCulture), list.Items[i]);
                break;
        }

        return (null, null);
    }

    private static bool Holds(TextSpan span, int offset) => offset >= span.Start && offset < span.End;
}

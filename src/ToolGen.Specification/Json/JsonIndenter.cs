using System.Text;

namespace ToolGen.Specification.Json;

/// <summary>The layout of <see cref="JsonWriter.Indented"/>.</summary>
internal static class JsonIndenter
{
    public static string Print(JsonNode node, int columns)
    {
        var text = new StringBuilder();
        if (node is JsonObject { Members.Count: > 0 } root) Opened(text, root, 0, columns);
        else Placed(text, node, 0, 0, 0, columns);
        return text.ToString();
    }

    // Prints a node whose first character stands in column `used`; `after` units follow it on its line.
    private static void Placed(StringBuilder text, JsonNode node, int level, int used, int after, int columns)
    {
        var room = columns - used - after;
        if (node is not (JsonArray { Items.Count: > 0 } or JsonObject { Members.Count: > 0 }))
        {
            text.Append(JsonWriter.Scalar(node, canonical: false));
            return;
        }

        var start = text.Length;
        if (TryLine(text, node, start + room)) return;
        text.Length = start;
        if (node is JsonObject @object) Opened(text, @object, level, columns);
        else Opened(text, (JsonArray)node, level, columns);
    }

    private static void Opened(StringBuilder text, JsonObject @object, int level, int columns)
    {
        text.Append('{');
        for (var i = 0; i < @object.Members.Count; i++)
        {
            var member = @object.Members[i];
            NewLine(text, level + 1);
            var lineStart = text.Length;
            JsonWriter.Quote(text, member.Name);
            text.Append(": ");
            var isLast = i == @object.Members.Count - 1;
            Placed(text, member.Value, level + 1, (2 * (level + 1)) + text.Length - lineStart, isLast ? 0 : 1, columns);
            if (!isLast) text.Append(',');
        }

        NewLine(text, level);
        text.Append('}');
    }

    private static void Opened(StringBuilder text, JsonArray array, int level, int columns)
    {
        text.Append('[');
        for (var i = 0; i < array.Items.Count; i++)
        {
            NewLine(text, level + 1);
            var isLast = i == array.Items.Count - 1;
            Placed(text, array.Items[i], level + 1, 2 * (level + 1), isLast ? 0 : 1, columns);
            if (!isLast) text.Append(',');
        }

        NewLine(text, level);
        text.Append(']');
    }

    // Prints on one line; false as soon as the text grows beyond the limit, so that the attempt costs no more than a line.
    private static bool TryLine(StringBuilder text, JsonNode node, int limit)
    {
        if (text.Length > limit) return false;
        switch (node)
        {
            case JsonString { Value.Length: var length } when text.Length + length + 2 > limit:
                return false;
            case JsonArray { Items.Count: > 0 } array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    if (!TryLine(text, array.Items[i], limit)) return false;
                }

                text.Append(']');
                break;
            case JsonObject { Members.Count: > 0 } @object:
                text.Append("{ ");
                for (var i = 0; i < @object.Members.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    JsonWriter.Quote(text, @object.Members[i].Name);
                    text.Append(": ");
                    if (!TryLine(text, @object.Members[i].Value, limit)) return false;
                }

                text.Append(" }");
                break;
            default:
                text.Append(JsonWriter.Scalar(node, canonical: false));
                break;
        }

        return text.Length <= limit;
    }

    private static void NewLine(StringBuilder text, int level) => text.Append('\n').Append(' ', 2 * level);
}

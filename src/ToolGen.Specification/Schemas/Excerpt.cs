using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>JSON for messages: whole where it is short, else cut with an ellipsis. A huge value costs no more than a short one.</summary>
internal static class Excerpt
{
    /// <summary>The longest excerpt, in UTF-16 units.</summary>
    public const int Length = 100;

    /// <summary>A value as compact JSON.</summary>
    public static string Of(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, text, Length);
        return Cut(text, Length);
    }

    /// <summary>Text as a JSON string.</summary>
    public static string Quote(string text, int limit = int.MaxValue)
    {
        var quoted = new StringBuilder();
        WriteString(text, quoted, limit);
        return Cut(quoted, limit);
    }

    private static string Cut(StringBuilder text, int limit)
    {
        if (text.Length <= limit) return text.ToString();
        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text.ToString(0, end) + "…";
    }

    private static void Write(JsonNode node, StringBuilder text, int limit)
    {
        if (text.Length > limit) return;
        switch (node)
        {
            case JsonNull:
                text.Append("null");
                break;
            case JsonBoolean flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            case JsonNumber number:
                text.Append(number.Text, 0, System.Math.Min(number.Text.Length, limit + 1));
                break;
            case JsonString value:
                WriteString(value.Value, text, limit);
                break;
            case JsonArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count && text.Length <= limit; i++)
                {
                    if (i > 0) text.Append(',');
                    Write(array.Items[i], text, limit);
                }

                text.Append(']');
                break;
            case JsonObject members:
                text.Append('{');
                for (var i = 0; i < members.Members.Count && text.Length <= limit; i++)
                {
                    if (i > 0) text.Append(',');
                    WriteString(members.Members[i].Name, text, limit);
                    text.Append(':');
                    Write(members.Members[i].Value, text, limit);
                }

                text.Append('}');
                break;
        }
    }

    private static void WriteString(string value, StringBuilder text, int limit)
    {
        if (value.Length > limit)
        {
            // No longer than it takes to be cut, and never through a surrogate pair.
            value = value.Substring(0, char.IsHighSurrogate(value[limit - 1]) ? limit - 1 : limit) + " ";
        }

        JsonWriter.Quote(text, value);
    }
}

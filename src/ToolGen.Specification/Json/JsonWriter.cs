using System.Globalization;
using System.Text;

namespace ToolGen.Specification.Json;

/// <summary>Prints nodes; spans play no part. Whatever is printed can be read back by <see cref="JsonReader"/>: invisible characters are escaped.</summary>
public static class JsonWriter
{
    /// <summary>No insignificant whitespace, members in written order, shortest escapes, numbers as written.</summary>
    public static string Compact(JsonNode node) => Print(node, canonical: false);

    /// <summary>As <see cref="Compact"/>, with numbers as their exact decimal value (SPEC §7): equal values give equal text.</summary>
    public static string Canonical(JsonNode node) => Print(node, canonical: true);

    /// <summary>
    /// For people: two blanks a level, LF, and what fits on a line of <paramref name="columns"/> stays on it, as in
    /// <c>{ "type": "string" }</c>. The outermost object is always opened. Ends without a line break.
    /// </summary>
    public static string Indented(JsonNode node, int columns = 100) => JsonIndenter.Print(node, columns);

    /// <summary>A string with its quotes and the shortest escapes.</summary>
    public static string Quote(string text)
    {
        var builder = new StringBuilder(text.Length + 2);
        Quote(builder, text);
        return builder.ToString();
    }

    internal static void Quote(StringBuilder to, string text)
    {
        to.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            switch (unit)
            {
                case '"': to.Append("\\\""); break;
                case '\\': to.Append("\\\\"); break;
                case '\b': to.Append("\\b"); break;
                case '\f': to.Append("\\f"); break;
                case '\n': to.Append("\\n"); break;
                case '\r': to.Append("\\r"); break;
                case '\t': to.Append("\\t"); break;
                case < ' ': Escape(to, unit); break;
                case < '\x7F': to.Append(unit); break;
                default:
                    i += Beyond(to, text, i);
                    break;
            }
        }

        to.Append('"');
    }

    internal static string Scalar(JsonNode node, bool canonical) => node switch
    {
        JsonNull => "null",
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        JsonNumber number => canonical ? CanonicalNumber.Normalize(number.Text) : number.Text,
        JsonString text => Quote(text.Value),
        JsonArray => "[]",
        _ => "{}",
    };

    private static string Print(JsonNode node, bool canonical)
    {
        var builder = new StringBuilder();
        Print(builder, node, canonical);
        return builder.ToString();
    }

    private static void Print(StringBuilder to, JsonNode node, bool canonical)
    {
        switch (node)
        {
            case JsonString text:
                Quote(to, text.Value);
                break;
            case JsonArray array:
                to.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0) to.Append(',');
                    Print(to, array.Items[i], canonical);
                }

                to.Append(']');
                break;
            case JsonObject @object:
                to.Append('{');
                for (var i = 0; i < @object.Members.Count; i++)
                {
                    if (i > 0) to.Append(',');
                    Quote(to, @object.Members[i].Name);
                    to.Append(':');
                    Print(to, @object.Members[i].Value, canonical);
                }

                to.Append('}');
                break;
            default:
                to.Append(Scalar(node, canonical));
                break;
        }
    }

    // A character beyond ASCII; answers how many units more than one it took.
    private static int Beyond(StringBuilder to, string text, int at)
    {
        var codePoint = InvisibleCharacters.CodePointAt(text, at);
        var units = codePoint > 0xFFFF ? 2 : 1;
        var isHidden = codePoint is >= 0xD800 and <= 0xDFFF || InvisibleCharacters.Contains(codePoint);
        for (var i = at; i < at + units; i++)
        {
            if (isHidden) Escape(to, text[i]);
            else to.Append(text[i]);
        }

        return units - 1;
    }

    private static void Escape(StringBuilder to, char unit) => to.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
}

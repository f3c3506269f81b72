using System;
using System.Globalization;
using System.Text;

namespace ToolGen.Generator.Templates;

/// <summary>The only ways in which text of a spec enters generated C# beside the gate: an escaped literal, or an encoded comment.</summary>
public static class CSharpText
{
    /// <summary>A C# string literal: printable ASCII stands for itself, all else is escaped.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case >= ' ' and <= '~':
                    text.Append(c);
                    break;
                default:
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>Text for an XML doc comment of one line: markup and everything that ends a line is encoded.</summary>
    public static string Comment(string value)
    {
        const int longest = 500;
        var text = new StringBuilder(value.Length);
        var count = 0;
        foreach (var c in value)
        {
            if (++count > longest) return text.Append('…').ToString();
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                default:
                    text.Append(IsPlain(c) ? c : ' ');
                    break;
            }
        }

        return text.ToString().Trim();
    }

    // Surrogates, formatting (bidi) and separator characters have no business in a comment that a reviewer reads.
    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}

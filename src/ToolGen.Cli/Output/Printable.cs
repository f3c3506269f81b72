using System.Globalization;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Output;

/// <summary>Text of specs, files and tools is hostile: what would steer a terminal, or hide, is shown as an escape.</summary>
internal static class Printable
{
    /// <summary>One line: control, bidirectional and invisible characters become <c>\u001b</c> and the like; lone surrogates too.</summary>
    public static string Of(string text) => Escape(text, keepLines: false);

    /// <summary>Many lines: line breaks and tabs stay.</summary>
    public static string Lines(string text) => Escape(text, keepLines: true);

    private static string Escape(string text, bool keepLines)
    {
        StringBuilder? to = null;
        for (var i = 0; i < text.Length; i++)
        {
            var codePoint = char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i];
            var units = codePoint > 0xFFFF ? 2 : 1;
            if (Hidden(codePoint) && !(keepLines && codePoint is '\n' or '\t'))
            {
                to ??= new StringBuilder(text, 0, i, text.Length + 32);
                for (var unit = 0; unit < units; unit++) to.Append("\\u").Append(((int)text[i + unit]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                to?.Append(text, i, units);
            }

            i += units - 1;
        }

        return to?.ToString() ?? text;
    }

    private static bool Hidden(int codePoint) =>
        codePoint is < ' ' or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029 or (>= 0xD800 and <= 0xDFFF) || InvisibleCharacters.Contains(codePoint);
}

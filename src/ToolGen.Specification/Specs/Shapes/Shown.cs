using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>Text of a hostile file made fit for a message: short, on one line, nothing invisible.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Text(string text)
    {
        var cut = text.Length <= Longest ? text : text.Substring(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest) + "…";
        var quoted = JsonWriter.Quote(cut);
        return quoted.Substring(1, quoted.Length - 2).Replace("\\\"", "\"");
    }

    public static string Quoted(string word) => "\"" + word + "\"";

    public static string List(IEnumerable<string> words) => string.Join(", ", words.Take(40));
}

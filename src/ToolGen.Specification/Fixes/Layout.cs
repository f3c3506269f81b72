using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>How a value that a mend writes is laid out beside what stands in the file.</summary>
internal static class Layout
{
    /// <summary>On one line where that is short, else indented as the line where it begins.</summary>
    public static string Of(JsonNode node, SourceText source, int offset)
    {
        if (node is not (JsonObject or JsonArray)) return JsonWriter.Compact(node);
        var indentation = Indentation(source.Text, offset);
        // A file without line breaks stays one line.
        if (source.Text.IndexOf('\n') < 0) return JsonWriter.Compact(node);
        var columns = System.Math.Max(100 - indentation.Length, 40);
        var array = new JsonArray([node], default);
        var text = JsonWriter.Indented(array, columns);
        if (text.IndexOf('\n') < 0) return text.Substring(1, text.Length - 2);
        return JsonWriter.Indented(node, columns).Replace("\n", "\n" + indentation);
    }

    /// <summary>What stands between two members of the object that holds an offset: a line break and the indentation, or a blank.</summary>
    public static string Gap(SourceText source, int memberStart)
    {
        var indentation = Indentation(source.Text, memberStart);
        return LineStart(source.Text, memberStart) + indentation.Length == memberStart && source.Text.IndexOf('\n') >= 0 ? "\n" + indentation : " ";
    }

    private static string Indentation(string text, int offset)
    {
        var start = LineStart(text, offset);
        var end = start;
        while (end < offset && text[end] is ' ' or '\t') end++;
        return text.Substring(start, end - start);
    }

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
}

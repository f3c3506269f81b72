using System.Globalization;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Holes;

/// <summary><c>#line (l,c)-(l,c) n "path"</c>: the next line of generated source stands there in the spec.</summary>
internal static class LineDirective
{
    /// <summary>The compiler's own.</summary>
    public const int MaximumOffset = 65_536;

    /// <param name="text">Ends with a line end.</param>
    /// <param name="from">The first unit in the spec.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="path">The path to show, made <see cref="Safe"/>.</param>
    /// <param name="offset">How many units of the next line are not the spec's: all of them stand at <paramref name="from"/>.</param>
    public static void Append(StringBuilder text, TextPosition from, TextPosition to, string path, int offset = 0)
    {
        text.Append("#line (");
        AppendPosition(text, from).Append(")-(");

        // The compiler wants an end behind the start; an empty line has none of its own.
        AppendPosition(text, to.Line == from.Line && to.Column <= from.Column ? new(from.Line, from.Column + 1) : to);
        text.Append(") ");
        if (offset > 0) text.Append(offset.ToString(CultureInfo.InvariantCulture)).Append(' ');
        text.Append('"').Append(path).Append("\"\n");
    }

    /// <summary>The directive for a node of the spec, alone.</summary>
    public static string For(SourceText source, TextSpan span, string path)
    {
        var text = new StringBuilder();
        Append(text, source.PositionOf(span.Start), source.PositionOf(span.End), path);
        return text.ToString(0, text.Length - 1);
    }

    private static StringBuilder AppendPosition(StringBuilder text, TextPosition position) =>
        text.Append((position.Line + 1).ToString(CultureInfo.InvariantCulture)).Append(',').Append((position.Column + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>A path that can stand between the quotes of a directive, where nothing can be escaped.</summary>
    public static string Safe(string path)
    {
        var safe = new StringBuilder(path.Length);
        foreach (var c in path) safe.Append(c == '"' || char.IsControl(c) || c is '\u0085' or '\u2028' or '\u2029' ? '_' : c);
        return safe.ToString();
    }
}

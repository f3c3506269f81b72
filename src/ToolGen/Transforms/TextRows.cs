using System.Collections.Generic;
using System.IO;

namespace ToolGen.Transforms;

/// <summary>A row of <c>"parse": "lines"</c>.</summary>
/// <param name="Line">The text without its line end.</param>
/// <param name="Number">From 1.</param>
public sealed record TextLine(string Line, long Number);

/// <summary>The one row of <c>"parse": "text"</c>.</summary>
/// <param name="Text">The whole source.</param>
public sealed record WholeText(string Text);

/// <summary>Reads text as lines, or whole.</summary>
internal static class TextRows
{
    public static IEnumerable<TextLine> Lines(TransformRun run, TextReader text)
    {
        var source = new CharSource(text);
        var line = new TextBuffer();
        var good = new BadRecord();
        for (var number = 1L; source.TakeLine(line); number++)
        {
            run.Keeps(good, skipBad: false);
            yield return new(line.Span.ToString(), number);
        }
    }

    public static IEnumerable<WholeText> Whole(TransformRun run, TextReader text)
    {
        var source = new CharSource(text);
        var whole = new TextBuffer();
        while (source.Buffered is { IsEmpty: false } part)
        {
            whole.Append(part);
            source.Advance(part.Length);
        }

        run.Keeps(new(), skipBad: false);
        yield return new(whole.Span.ToString());
    }
}

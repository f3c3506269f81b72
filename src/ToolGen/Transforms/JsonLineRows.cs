using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ToolGen.Transforms;

/// <summary>Reads JSON Lines: one value a line, empty lines passed over.</summary>
internal static class JsonLineRows
{
    public static IEnumerable<T> Read<T>(TransformRun run, TextReader text, bool skipBad, ToolRead<T> read)
    {
        var source = new CharSource(text);
        var line = new TextBuffer();
        var bad = new BadRecord();
        var utf8 = new byte[1024];
        while (true)
        {
            bad.Clear();
            bad.Line = source.Line;
            if (!source.TakeLine(line)) yield break;
            if (CellText.IsBlank(line.Span)) continue;
            var row = Parse(line.Span, ref utf8, bad, read);
            if (run.Keeps(bad, skipBad)) yield return row;
        }
    }

    private static T Parse<T>(ReadOnlySpan<char> line, ref byte[] utf8, BadRecord bad, ToolRead<T> read)
    {
        var most = Encoding.UTF8.GetMaxByteCount(line.Length);
        if (utf8.Length < most) utf8 = new byte[Math.Max(most, utf8.Length * 2)];
        return JsonRecord.Read(utf8.AsSpan(0, Encoding.UTF8.GetBytes(line, utf8)), bad, read);
    }
}

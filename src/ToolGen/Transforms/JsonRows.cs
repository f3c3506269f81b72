using System;
using System.Collections.Generic;
using System.IO;

namespace ToolGen.Transforms;

/// <summary>Reads the records of one JSON text: the elements of the array at a pointer, one in memory at a time. A value that is no array is one record.</summary>
internal static class JsonRows
{
    public static IEnumerable<T> Read<T>(TransformRun run, TextReader text, IReadOnlyList<string> pointer, bool skipBad, ToolRead<T> read)
    {
        var values = new JsonCursor(text);
        var bad = new BadRecord();
        foreach (var segment in pointer)
            if (!values.Enter(segment)) throw new ToolException(ToolErrorCodes.BadData, $"the JSON has nothing at /{string.Join('/', pointer)}");
        var isArray = values.EnterArray();
        while (values.NextValue())
        {
            bad.Clear();
            bad.Line = values.Line;
            bad.Record++;
            var row = JsonRecord.Read(values.Value, bad, read);
            if (run.Keeps(bad, skipBad)) yield return row;
            if (!isArray) break;
        }

        values.ReadToEnd();
    }
}

using System.Collections.Generic;

namespace ToolGen.Sandbox.Protocol;

/// <summary>Statements and rows in a frame.</summary>
internal static class DataFields
{
    public static void Write(FrameWriter writer, SqlStatement statement)
    {
        writer.Int(statement.Parts.Count);
        foreach (var part in statement.Parts)
        {
            writer.Byte((byte)part.Kind);
            if (part.Kind != SqlPartKind.List)
            {
                ValueFields.Write(writer, part.Value);
                continue;
            }

            var list = (IReadOnlyList<object?>)part.Value!;
            writer.Int(list.Count);
            foreach (var value in list) ValueFields.Write(writer, value);
        }
    }

    public static SqlStatement ReadStatement(ref FrameReader reader)
    {
        var statement = new SqlStatement();
        for (var count = reader.Count(2, 2 * FrameReader.Object); count > 0; count--)
        {
            switch ((SqlPartKind)reader.Byte())
            {
                case SqlPartKind.Text:
                    statement.Text(ValueFields.Read(ref reader) as string ?? throw new ProtocolException("a statement whose text is none"));
                    break;
                case SqlPartKind.Value:
                    statement.Value(ValueFields.Read(ref reader));
                    break;
                case SqlPartKind.List:
                    statement.List(ReadValues(ref reader));
                    break;
                case SqlPartKind.Contains:
                    statement.Contains(ReadPattern(ref reader));
                    break;
                case SqlPartKind.Starts:
                    statement.Starts(ReadPattern(ref reader));
                    break;
                case var kind:
                    throw new ProtocolException($"a part of a statement of the kind {(int)kind}");
            }
        }

        return statement;
    }

    public static void Write(FrameWriter writer, DataRows rows)
    {
        writer.Long(rows.Affected).Int(rows.Columns.Count);
        foreach (var column in rows.Columns) writer.Text(column);
        writer.Int(rows.Rows.Count);
        foreach (var row in rows.Rows)
        {
            writer.Int(row.Count);
            foreach (var value in row) ValueFields.Write(writer, value);
        }
    }

    public static DataRows ReadRows(ref FrameReader reader)
    {
        var affected = reader.Long();
        var columns = new string[reader.Count(4, FrameReader.Object)];
        for (var i = 0; i < columns.Length; i++) columns[i] = reader.Text();
        var rows = new IReadOnlyList<object?>[reader.Count(4, FrameReader.Object)];
        for (var i = 0; i < rows.Length; i++) rows[i] = ReadValues(ref reader);
        return new(columns, rows, affected);
    }

    private static object?[] ReadValues(ref FrameReader reader)
    {
        var values = new object?[reader.Count(1, FrameReader.Object)];
        for (var i = 0; i < values.Length; i++) values[i] = ValueFields.Read(ref reader);
        return values;
    }

    private static string? ReadPattern(ref FrameReader reader) => ValueFields.Read(ref reader) switch
    {
        null => null,
        string text => text,
        _ => throw new ProtocolException("a pattern that is no text"),
    };
}

using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;
using ToolGen.Values;

namespace ToolGen.Effects.Data.Sqlite;

/// <summary>
/// Values in SQLite's five types. Dates and times are written as SQLite's own functions write them, instants in UTC: <c>2025-03-02</c>,
/// <c>13:45:00</c>, <c>2025-03-02 13:45:00</c>; a duration as in JSON, an identifier in lower case, a boolean as 0 or 1.
/// </summary>
internal static class SqliteValues
{
    public static void Bind(sqlite3_stmt statement, int index, object? value)
    {
        var code = value switch
        {
            null => raw.sqlite3_bind_null(statement, index),
            string text => raw.sqlite3_bind_text(statement, index, text),
            long integer => raw.sqlite3_bind_int64(statement, index, integer),
            int integer => raw.sqlite3_bind_int64(statement, index, integer),
            bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(statement, index, number),
            decimal number when number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue => raw.sqlite3_bind_int64(statement, index, (long)number),
            decimal number => raw.sqlite3_bind_double(statement, index, (double)number),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            _ => raw.sqlite3_bind_text(statement, index, Text(value)),
        };
        if (code != raw.SQLITE_OK) throw new ToolException(ToolErrorCodes.BadData, $"value {index.ToString(CultureInfo.InvariantCulture)} of the statement can't be bound: {raw.sqlite3_errstr(code).utf8_to_string()}");
    }

    public static object? Read(sqlite3_stmt statement, int column, SessionRules rules)
    {
        switch (raw.sqlite3_column_type(statement, column))
        {
            case raw.SQLITE_NULL:
                return null;
            case raw.SQLITE_INTEGER:
                rules.CountBytes(8);
                return raw.sqlite3_column_int64(statement, column);
            case raw.SQLITE_FLOAT:
                rules.CountBytes(8);
                return raw.sqlite3_column_double(statement, column);
            case raw.SQLITE_TEXT:
                var text = raw.sqlite3_column_text(statement, column);

                // To the length, not to the first NUL.
                var length = raw.sqlite3_column_bytes(statement, column);
                rules.CountBytes(length);
#pragma warning disable TG3124 // the length is that of the text, as SQLite says
                return length == 0 ? "" : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpan(in text.GetPinnableReference(), length));
#pragma warning restore TG3124
            default:
                rules.CountBytes(raw.sqlite3_column_bytes(statement, column));
                return raw.sqlite3_column_blob(statement, column).ToArray();
        }
    }

    private static string Text(object value) => value switch
    {
        DateOnly date => HoleText.Of(date),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan duration => HoleText.Of(duration),
        Guid id => HoleText.Of(id),
        BigInteger big => HoleText.Of(big),
        _ => throw new ToolException(ToolErrorCodes.BadData, $"a value of the type {value.GetType().Name} can be no parameter of a statement"),
    };
}

using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using SQLitePCL;

namespace ToolGen.Effects.Data.Sqlite;

/// <summary>
/// SQLite's functions over two texts, in their own words but with an eye on the clock: its own run for hours over texts of some megabytes, as one
/// step that nothing interrupts. What they answer is the same.
/// </summary>
internal sealed class SqliteFunctions(Func<bool> isOver)
{
    // SQLITE_DETERMINISTIC, SQLITE_INNOCUOUS: as the ones they stand for.
    private const int Flags = 0x800 | 0x200000;

    // Bytes that are looked at between two looks at the clock: less than a millisecond.
    private const int BytesBetweenLooks = 1 << 20;

    // SQLite holds delegates for as long as the connection lives.
    private readonly List<delegate_function_scalar> held = [];
    private int looked;

    public void AddTo(sqlite3 connection)
    {
        this.Add(connection, "instr", 2, this.Position);
        this.Add(connection, "replace", 3, this.Replace);
        this.Add(connection, "unhex", 2, static (context, _, _) => raw.sqlite3_result_error(context, utf8z.FromString("unhex takes one text here")));
        foreach (var count in new[] { 1, 2 })
        {
            this.Add(connection, "trim", count, (context, _, values) => this.Trim(context, values, true, true));
            this.Add(connection, "ltrim", count, (context, _, values) => this.Trim(context, values, true, false));
            this.Add(connection, "rtrim", count, (context, _, values) => this.Trim(context, values, false, true));
        }
    }

    private void Add(sqlite3 connection, string name, int count, delegate_function_scalar function)
    {
        this.held.Add(function);
        if (raw.sqlite3_create_function(connection, name, count, Flags, null, function) != raw.SQLITE_OK) throw new InvalidOperationException($"SQLite's function {name} can't be guarded");
    }

    private void Position(sqlite3_context context, object data, sqlite3_value[] values)
    {
        if (IsNull(values[0]) || IsNull(values[1])) return;
        var isBlob = IsBlob(values[0]) && IsBlob(values[1]);
        var text = Bytes(values[0]);
        var wanted = Bytes(values[1]);
        if (!this.Find(context, text, wanted, out var at)) return;
        raw.sqlite3_result_int(context, at < 0 ? 0 : 1 + (isBlob ? at : Characters(text[..at])));
    }

    private void Replace(sqlite3_context context, object data, sqlite3_value[] values)
    {
        if (IsNull(values[0]) || IsNull(values[1])) return;
        var text = Bytes(values[0]);
        var wanted = Bytes(values[1]);
        if (wanted.Length > 0 && IsNull(values[2])) return;
        var with = Bytes(values[2]);
        var result = new ArrayBufferWriter<byte>(Math.Max(16, text.Length));
        while (wanted.Length > 0)
        {
            if (!this.Find(context, text, wanted, out var at)) return;
            if (at < 0) break;
            if (result.WrittenCount + at + (long)with.Length > SessionRules.MaximumValue)
            {
                raw.sqlite3_result_error_toobig(context);
                return;
            }

            result.Write(text[..at]);
            result.Write(with);
            text = text[(at + wanted.Length)..];
        }

        result.Write(text);
        raw.sqlite3_result_text(context, utf8z.FromString(Encoding.UTF8.GetString(result.WrittenSpan)));
    }

    private void Trim(sqlite3_context context, sqlite3_value[] values, bool atStart, bool atEnd)
    {
        if (Array.Exists(values, IsNull)) return;
        var text = Encoding.UTF8.GetString(Bytes(values[0]));
        var letters = new HashSet<Rune>();
        foreach (var letter in (values.Length == 1 ? " " : Encoding.UTF8.GetString(Bytes(values[1]))).EnumerateRunes()) letters.Add(letter);
        var (start, end) = (0, text.Length);
        while (atStart && start < end && Rune.DecodeFromUtf16(text.AsSpan(start, end - start), out var first, out var length) == OperationStatus.Done && letters.Contains(first)) start += length;
        while (atEnd && start < end && Rune.DecodeLastFromUtf16(text.AsSpan(start, end - start), out var last, out var length) == OperationStatus.Done && letters.Contains(last)) end -= length;
        raw.sqlite3_result_text(context, utf8z.FromString(text[start..end]));
    }

    // False: its time was over, and the statement has the error.
    private bool Find(sqlite3_context context, ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted, out int found)
    {
        found = 0;
        if (wanted.Length == 0) return true;
        var from = 0;
        while (text.Length - from >= wanted.Length)
        {
            var next = text[from..(text.Length - wanted.Length + 1)].IndexOf(wanted[0]);
            if (next < 0) break;
            from += next;
            var same = text[from..].CommonPrefixLength(wanted);
            if (same == wanted.Length)
            {
                found = from;
                return true;
            }

            from++;
            if ((this.looked += next + same + 1) < BytesBetweenLooks) continue;
            this.looked = 0;
            if (!isOver()) continue;
            raw.sqlite3_result_error_code(context, raw.SQLITE_INTERRUPT);
            return false;
        }

        found = -1;
        return true;
    }

    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var value in text)
            if ((value & 0xC0) != 0x80) count++;
        return count;
    }

    private static bool IsNull(sqlite3_value value) => raw.sqlite3_value_type(value) == raw.SQLITE_NULL;

    private static bool IsBlob(sqlite3_value value) => raw.sqlite3_value_type(value) == raw.SQLITE_BLOB;

    private static ReadOnlySpan<byte> Bytes(sqlite3_value value)
    {
        // Numbers become text first.
        if (!IsBlob(value)) _ = raw.sqlite3_value_text(value);
        return raw.sqlite3_value_blob(value);
    }
}

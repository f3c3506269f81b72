using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using ToolGen.Values;

namespace ToolGen.Transforms;

/// <summary>Rows of a table.</summary>
internal sealed class CsvRowText : RowEncoder
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    private readonly Utf8Buffer buffer = new();
    private readonly JsonRowText json = new();
    private IReadOnlyList<string>? columns;
    private int cells;

    public override IReadOnlyList<string>? Columns => this.columns;

    /// <summary>The header line.</summary>
    public static byte[] Header(IReadOnlyList<string> columns)
    {
        var header = new CsvRowText();
        foreach (var column in columns) header.Add("", column);
        return header.End().ToArray();
    }

    public override void Begin(IReadOnlyList<string>? columns)
    {
        this.columns = columns;
        this.buffer.Clear();
        this.cells = 0;
    }

    public override ReadOnlySpan<byte> End()
    {
        // A line of nothing would be read as no row.
        if (this.buffer.Length == 0 && this.cells == 1) this.buffer.Add("\"\""u8);
        this.buffer.Add((byte)'\n');
        return this.buffer.Written;
    }

    public override void Add(string name, string? value)
    {
        this.Next();
        if (string.IsNullOrEmpty(value)) return;
        if (value.AsSpan().IndexOfAny(NeedsQuotes) < 0 && value[0] is not (' ' or '\t') && value[^1] is not (' ' or '\t'))
        {
            this.buffer.Add(value);
            return;
        }

        this.buffer.Add((byte)'"');
        for (var rest = value.AsSpan(); ;)
        {
            var quote = rest.IndexOf('"');
            this.buffer.Add(quote < 0 ? rest : rest[..(quote + 1)]);
            if (quote < 0) break;
            this.buffer.Add((byte)'"');
            rest = rest[(quote + 1)..];
        }

        this.buffer.Add((byte)'"');
    }

    public override void Add(string name, long? value)
    {
        this.Next();
        if (value is { } number) this.buffer.Add(number);
    }

    public override void Add(string name, double? value)
    {
        this.Next();
        if (value is { } number) this.buffer.Add(number, "R");
    }

    public override void Add(string name, decimal? value)
    {
        this.Next();
        if (value is { } number) this.buffer.Add(number);
    }

    public override void Add(string name, bool? value)
    {
        this.Next();
        if (value is { } flag) this.buffer.Add(flag ? "true"u8 : "false"u8);
    }

    public override void Add(string name, BigInteger? value) => this.Add(name, HoleText.Of(value));

    public override void Add(string name, DateOnly? value)
    {
        this.Next();
        if (value is { } date) this.buffer.Add(date, "yyyy-MM-dd");
    }

    public override void Add(string name, TimeOnly? value) => this.Add(name, HoleText.Of(value));

    public override void Add(string name, DateTimeOffset? value) => this.Add(name, HoleText.Of(value));

    public override void Add(string name, TimeSpan? value) => this.Add(name, HoleText.Of(value));

    public override void Add(string name, Guid? value) => this.Add(name, HoleText.Of(value));

    public override void Add(string name, JsonElement? value) => this.Add(name, HoleText.Of(value));

    public override void Add(string name, object? value)
    {
        if (value is null or string) this.Add(name, (string?)value);
        else this.AddJson(json => json.Value(value));
    }

    public override void Add<T>(string name, IEnumerable<T>? items, Action<RowText, T> write)
    {
        if (items is null) this.Next();
        else this.AddJson(json => json.List(items, write));
    }

    public override void Add<T>(string name, T? item, Action<RowText, T> write)
        where T : default
    {
        if (item is null) this.Next();
        else this.AddJson(json => json.Object(item, write));
    }

    public override void Row(CsvRow row)
    {
        this.columns ??= row.Header.Names;
        if (ReferenceEquals(this.columns, row.Header.Names))
        {
            foreach (var cell in row.Values) this.Add("", cell);
            return;
        }

        this.RequireColumns(row.Count, row.Keys, row.ContainsKey);
        foreach (var column in this.columns) this.Add("", row[column]);
    }

    public override void Row(IReadOnlyDictionary<string, JsonElement> row)
    {
        this.columns ??= row.Keys.ToArray();
        this.RequireColumns(row.Count, row.Keys, row.ContainsKey);
        foreach (var column in this.columns) this.Add("", (JsonElement?)row[column]);
    }

    public override void Value(object? value) => throw new ToolException(ToolErrorCodes.InvalidOutput, "a row of a table needs columns");

    // In another order they are the same; under other names they are not.
    private void RequireColumns(int count, IEnumerable<string> names, Func<string, bool> has)
    {
        if (count == this.columns!.Count && this.columns.All(has)) return;
        throw new ToolException(ToolErrorCodes.BadData, $"a row has the columns {Shown(names)}, but the file that it is written to has {Shown(this.columns)}");
    }

    private static string Shown(IEnumerable<string> names) => string.Join(", ", names.Take(12).Select(name => BadRecord.Show(name)));

    private void AddJson(Action<JsonRowText> write)
    {
        this.json.Begin(null);
        write(this.json);
        this.Add("", System.Text.Encoding.UTF8.GetString(this.json.End()));
    }

    private void Next()
    {
        if (this.cells++ > 0) this.buffer.Add((byte)',');
    }
}

using System;
using System.Collections.Generic;
using System.Numerics;
using System.Text.Json;

namespace ToolGen.Transforms;

/// <summary>Rows as JSON, by the writer that writes outputs.</summary>
internal sealed class JsonRowText : RowEncoder
{
    private readonly ToolWriter writer = ToolWriter.ForRows(TextBuffer.MaxLength);
    private int members;

    public override void Begin(IReadOnlyList<string>? columns)
    {
        this.writer.Restart();
        this.members = 0;
    }

    public override ReadOnlySpan<byte> End()
    {
        if (this.members > 0) this.writer.EndObject();
        return this.writer.Finish();
    }

    public override void Add(string name, string? value)
    {
        var to = this.Member(name);
        if (value is null) to.Null();
        else to.String(value);
    }

    public override void Add(string name, long? value)
    {
        var to = this.Member(name);
        if (value is { } number) to.Int64(number);
        else to.Null();
    }

    public override void Add(string name, double? value)
    {
        var to = this.Member(name);
        if (value is { } number) to.Double(number);
        else to.Null();
    }

    public override void Add(string name, decimal? value)
    {
        var to = this.Member(name);
        if (value is { } number) to.Decimal(number);
        else to.Null();
    }

    public override void Add(string name, bool? value)
    {
        var to = this.Member(name);
        if (value is { } flag) to.Boolean(flag);
        else to.Null();
    }

    public override void Add(string name, BigInteger? value) => this.Add(name, (object?)value);

    public override void Add(string name, DateOnly? value) => this.Add(name, (object?)value);

    public override void Add(string name, TimeOnly? value) => this.Add(name, (object?)value);

    public override void Add(string name, DateTimeOffset? value) => this.Add(name, (object?)value);

    public override void Add(string name, TimeSpan? value) => this.Add(name, (object?)value);

    public override void Add(string name, Guid? value) => this.Add(name, (object?)value);

    public override void Add(string name, JsonElement? value) => this.Member(name).Value(value is { ValueKind: not JsonValueKind.Undefined } json ? json : null);

    public override void Add(string name, object? value) => this.Member(name).Value(value);

    public override void Add<T>(string name, IEnumerable<T>? items, Action<RowText, T> write)
    {
        this.Member(name);
        if (items is null) this.writer.Null();
        else this.List(items, write);
    }

    public override void Add<T>(string name, T? item, Action<RowText, T> write)
        where T : default
    {
        this.Member(name);
        if (item is null) this.writer.Null();
        else this.Object(item, write);
    }

    public override void Row(CsvRow row)
    {
        foreach (var (name, value) in row) this.Add(name, value);
    }

    public override void Row(IReadOnlyDictionary<string, JsonElement> row)
    {
        foreach (var (name, value) in row) this.Add(name, (JsonElement?)value);
    }

    public override void Value(object? value) => this.writer.Value(value);

    /// <summary>An array of objects.</summary>
    public void List<T>(IEnumerable<T> items, Action<RowText, T> write)
    {
        this.writer.Tuple();
        foreach (var item in items)
        {
            if (item is null) this.writer.Null();
            else this.Object(item, write);
        }

        this.writer.EndTuple();
    }

    /// <summary>An object.</summary>
    public void Object<T>(T item, Action<RowText, T> write)
    {
        var outer = this.members;
        this.members = 0;
        write(this, item);
        if (this.members == 0) this.writer.Object();
        this.writer.EndObject();
        this.members = outer;
    }

    private ToolWriter Member(string name)
    {
        if (this.members++ == 0) this.writer.Object();
        return this.writer.Name(name);
    }
}

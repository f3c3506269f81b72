using System;
using System.Collections.Generic;
using System.Numerics;
using System.Text.Json;
using ToolGen.Values;

namespace ToolGen.Transforms;

/// <summary>Rows that are texts. Generated code gives nothing but <see cref="Value"/> here.</summary>
internal sealed class PlainRowText : RowEncoder
{
    private readonly Utf8Buffer buffer = new();

    public override void Begin(IReadOnlyList<string>? columns) => this.buffer.Clear();

    public override ReadOnlySpan<byte> End() => this.buffer.Written;

    public override void Value(object? value) => this.buffer.Add((value as string ?? "").AsSpan());

    public override void Add(string name, string? value) => this.Value(value);

    public override void Add(string name, long? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, double? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, decimal? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, bool? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, BigInteger? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, DateOnly? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, TimeOnly? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, DateTimeOffset? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, TimeSpan? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, Guid? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, JsonElement? value) => this.Value(HoleText.Of(value));

    public override void Add(string name, object? value) => throw NoText();

    public override void Add<T>(string name, IEnumerable<T>? items, Action<RowText, T> write) => throw NoText();

    public override void Add<T>(string name, T? item, Action<RowText, T> write)
        where T : default => throw NoText();

    public override void Row(CsvRow row) => throw NoText();

    public override void Row(IReadOnlyDictionary<string, JsonElement> row) => throw NoText();

    private static ToolException NoText() => new(ToolErrorCodes.InvalidOutput, "a list or object is no text");
}

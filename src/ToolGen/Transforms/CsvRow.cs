using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ToolGen.Transforms;

/// <summary>A record with all columns of its table (<c>"record": "any"</c>), by name. Equal by its values where the header is the same.</summary>
public sealed class CsvRow : IReadOnlyDictionary<string, string>, IEquatable<CsvRow>
{
    private readonly CsvHeader header;
    private readonly string[] values;

    internal CsvRow(CsvHeader header, string[] values)
    {
        this.header = header;
        this.values = values;
    }

    /// <summary>Of its table.</summary>
    internal CsvHeader Header => this.header;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.header.Names;

    /// <inheritdoc/>
    public IEnumerable<string> Values => this.values;

    /// <inheritdoc/>
    public int Count => this.values.Length;

    /// <summary>The text of a cell.</summary>
    /// <exception cref="ToolException"><c>bad_data</c>: the table has no such column.</exception>
    public string this[string column] =>
        this.header.IndexOf(column) is >= 0 and var at ? this.values[at] : throw new ToolException(ToolErrorCodes.BadData, this.header.Missing(column));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => this.header.IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var at = this.header.IndexOf(key);
        value = at < 0 ? null : this.values[at];
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        this.header.Names.Zip(this.values, (name, value) => KeyValuePair.Create(name, value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(CsvRow? other) =>
        other is not null && (ReferenceEquals(this.header, other.header) || this.header.Names.SequenceEqual(other.header.Names)) && this.values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => this.Equals(obj as CsvRow);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in this.values) hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}

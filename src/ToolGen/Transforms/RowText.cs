using System;
using System.Collections.Generic;
using System.Numerics;
using System.Text.Json;

namespace ToolGen.Transforms;

/// <summary>Takes the properties of a row that is written to a file; called by generated code, in the order of the columns.</summary>
public abstract class RowText
{
    private protected RowText()
    {
    }

    /// <summary>A property.</summary>
    /// <param name="name">Of the column or member.</param>
    /// <param name="value">Null is an empty cell, or <c>null</c> in JSON.</param>
    public abstract void Add(string name, string? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, long? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, double? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, decimal? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, bool? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, BigInteger? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, DateOnly? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, TimeOnly? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, DateTimeOffset? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, TimeSpan? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, Guid? value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public abstract void Add(string name, JsonElement? value);

    /// <summary>A property of another type: a list or map of values; in a cell its JSON.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: JSON has no such value.</exception>
    public abstract void Add(string name, object? value);

    /// <summary>A list of objects; in a cell its JSON.</summary>
    public abstract void Add<T>(string name, IEnumerable<T>? items, Action<RowText, T> write);

    /// <summary>An object; in a cell its JSON.</summary>
    public abstract void Add<T>(string name, T? item, Action<RowText, T> write);

    /// <summary>A character, as text.</summary>
    public void Add(string name, char? value) => this.Add(name, value?.ToString());

    /// <summary>A whole row of a table whose columns are not known before.</summary>
    /// <exception cref="ToolException"><c>bad_data</c>: its columns are not those of the file's first row.</exception>
    public abstract void Row(CsvRow row);

    /// <inheritdoc cref="Row(CsvRow)"/>
    public abstract void Row(IReadOnlyDictionary<string, JsonElement> row);

    /// <summary>A row that is no object: any JSON value, or a text where texts are written.</summary>
    public abstract void Value(object? value);
}

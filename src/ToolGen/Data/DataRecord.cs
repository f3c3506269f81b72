using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using ToolGen.Transforms;
using ToolGen.Values;

namespace ToolGen.Data;

/// <summary>
/// One row on its way to typed properties, by their numbers. What a database holds must be of the property's type: nothing is rounded, no
/// time is cut off a date. Texts are read as in a CSV cell, for databases that keep dates and decimals as text. <c>…OrNull</c> gives null for
/// NULL and for a column that is not there.
/// </summary>
public readonly struct DataRecord
{
    private readonly IReadOnlyList<object?> values;
    private readonly int[] ordinals;
    private readonly string[] columns;
    private readonly int number;

    internal DataRecord(IReadOnlyList<object?> values, int[] ordinals, string[] columns, int number)
    {
        this.values = values;
        this.ordinals = ordinals;
        this.columns = columns;
        this.number = number;
    }

    public string String(int column) => this[column] switch
    {
        string text => text,
        long value => HoleText.Of(value),
        double value => HoleText.Of(value),
        decimal value => HoleText.Of(value),
        BigInteger value => HoleText.Of(value),
        bool value => HoleText.Of(value),
        Guid value => HoleText.Of(value),
        DateOnly value => HoleText.Of(value),
        TimeOnly value => HoleText.Of(value),
        DateTimeOffset value => HoleText.Of(value),
        TimeSpan value => HoleText.Of(value),
        var other => throw this.Wrong(column, other, "a text"),
    };

    public string? StringOrNull(int column) => this.IsNull(column) ? null : this.String(column);

    public long Int64(int column) => this[column] switch
    {
        long value => value,
        double value when value == Math.Truncate(value) && Math.Abs(value) <= 1L << 53 => (long)value,
        decimal value when value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue => (long)value,
        BigInteger value when value >= long.MinValue && value <= long.MaxValue => (long)value,
        string text when CellText.TryInt64(text, out var value) => value,
        var other => throw this.Wrong(column, other, "an integer of 64 bits"),
    };

    public long? Int64OrNull(int column) => this.IsNull(column) ? null : this.Int64(column);

    public int Int32(int column) => this.Int64(column) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw this.Wrong(column, this[column], "an integer of 32 bits");

    public int? Int32OrNull(int column) => this.IsNull(column) ? null : this.Int32(column);

    public double Double(int column) => this[column] switch
    {
        double value when double.IsFinite(value) => value,
        long value => value,
        decimal value => (double)value,
        BigInteger value when double.IsFinite((double)value) => (double)value,
        string text when CellText.TryDouble(text, out var value) => value,
        var other => throw this.Wrong(column, other, "a number"),
    };

    public double? DoubleOrNull(int column) => this.IsNull(column) ? null : this.Double(column);

    /// <summary>A binary number becomes the shortest decimal that stands for it, such as 0.1.</summary>
    public decimal Decimal(int column) => this[column] switch
    {
        decimal value => value,
        long value => value,
        double value when CellText.TryDecimal(value.ToString("R", CultureInfo.InvariantCulture), out var exact) => exact,
        BigInteger value when value >= (BigInteger)decimal.MinValue && value <= (BigInteger)decimal.MaxValue => (decimal)value,
        string text when CellText.TryDecimal(text, out var value) => value,
        var other => throw this.Wrong(column, other, "a number of at most 28 digits"),
    };

    public decimal? DecimalOrNull(int column) => this.IsNull(column) ? null : this.Decimal(column);

    public BigInteger BigInteger(int column) => this[column] switch
    {
        BigInteger value => value,
        long value => value,
        decimal value when value == decimal.Truncate(value) => (BigInteger)value,
        string text when CellText.TryBigInteger(text, out var value) => value,
        var other => throw this.Wrong(column, other, "an integer"),
    };

    public BigInteger? BigIntegerOrNull(int column) => this.IsNull(column) ? null : this.BigInteger(column);

    /// <summary>0 and 1 are false and true, too.</summary>
    public bool Boolean(int column) => this[column] switch
    {
        bool value => value,
        long value and (0 or 1) => value == 1,
        string text when CellText.TryBoolean(text, out var value) => value,
        var other => throw this.Wrong(column, other, "true or false"),
    };

    public bool? BooleanOrNull(int column) => this.IsNull(column) ? null : this.Boolean(column);

    public DateOnly DateOnly(int column) => this[column] switch
    {
        DateOnly value => value,
        DateTimeOffset value when value.UtcDateTime.TimeOfDay == default => System.DateOnly.FromDateTime(value.UtcDateTime),
        string text when CellText.TryDate(text, out var value) => value,
        string text when TryInstant(text, out var instant) && instant.UtcDateTime.TimeOfDay == default => System.DateOnly.FromDateTime(instant.UtcDateTime),
        var other => throw this.Wrong(column, other, "a date such as 2025-03-31"),
    };

    public DateOnly? DateOnlyOrNull(int column) => this.IsNull(column) ? null : this.DateOnly(column);

    public TimeOnly TimeOnly(int column) => this[column] switch
    {
        TimeOnly value => value,
        string text when CellText.TryTime(text, out var value) => value,
        var other => throw this.Wrong(column, other, "a time such as 09:30:00"),
    };

    public TimeOnly? TimeOnlyOrNull(int column) => this.IsNull(column) ? null : this.TimeOnly(column);

    /// <summary>Where there is no offset it is UTC.</summary>
    public DateTimeOffset DateTimeOffset(int column) => this[column] switch
    {
        DateTimeOffset value => value,
        DateOnly value => new(value.ToDateTime(default), default),
        string text when TryInstant(text, out var value) => value,
        string text when CellText.TryDate(text, out var date) => new(date.ToDateTime(default), default),
        var other => throw this.Wrong(column, other, "a date and time such as 2025-03-31 09:30:00"),
    };

    public DateTimeOffset? DateTimeOffsetOrNull(int column) => this.IsNull(column) ? null : this.DateTimeOffset(column);

    public TimeSpan TimeSpan(int column) => this[column] switch
    {
        TimeSpan value => value,
        TimeOnly value => value.ToTimeSpan(),
        string text when CellText.TryDuration(text, out var value) => value,
        var other => throw this.Wrong(column, other, "a duration such as PT1H30M"),
    };

    public TimeSpan? TimeSpanOrNull(int column) => this.IsNull(column) ? null : this.TimeSpan(column);

    public Guid Guid(int column) => this[column] switch
    {
        Guid value => value,
        string text when CellText.TryUuid(text, out var value) => value,
        byte[] { Length: 16 } bytes => new(bytes, bigEndian: true),
        var other => throw this.Wrong(column, other, "a UUID"),
    };

    public Guid? GuidOrNull(int column) => this.IsNull(column) ? null : this.Guid(column);

    public ReadOnlyMemory<byte> Bytes(int column) => this[column] is byte[] bytes ? bytes : throw this.Wrong(column, this[column], "bytes");

    public ReadOnlyMemory<byte>? BytesOrNull(int column) => this.IsNull(column) ? null : this.Bytes(column);

    /// <summary>A column of JSON text, read by a schema.</summary>
    public T Json<T>(int column, ToolRead<T> read)
    {
        var text = this[column] as string ?? throw this.Wrong(column, this[column], "JSON");
        var errors = ToolReader.Read(Encoding.UTF8.GetBytes(text), read, ToolErrorCodes.BadData, out var value);
        return errors.Count == 0 ? value : throw this.Bad(column, $"holds JSON that does not fit: {errors[0].Message}");
    }

    /// <summary>A column of JSON text as it is; NULL, a number or a boolean stands for itself.</summary>
    public JsonElement Element(int column)
    {
        var json = this[column] switch
        {
            null => "null",
            string text => text,
            bool value => HoleText.Of(value),
            long value => HoleText.Of(value),
            decimal value => HoleText.Of(value),
            double value when double.IsFinite(value) => HoleText.Of(value),
            var other => throw this.Wrong(column, other, "JSON"),
        };
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw this.Wrong(column, json, "JSON");
        }
    }

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(int column) => this[column] is null;

    private object? this[int column] => this.ordinals[column] < 0 ? null : this.values[this.ordinals[column]];

    // RFC 3339, or as databases write it: a blank for the T, no offset.
    private static bool TryInstant(string text, out DateTimeOffset value) => CellText.TryDateTime(text, out value) || CellText.TryDateTime(text + "Z", out value);

    private ToolException Wrong(int column, object? value, string wanted) => value is null
        ? this.Bad(column, $"is NULL; it must be {wanted}: make the property nullable, or use COALESCE")
        : this.Bad(column, $"must be {wanted}, the database gives {Shown(value)}");

    private ToolException Bad(int column, string what) => new(ToolErrorCodes.BadData, string.Create(CultureInfo.InvariantCulture, $"row {this.number}: the column {this.columns[column].TrimEnd('?')} {what}"));

    private static string Shown(object value)
    {
        if (value is byte[] bytes) return string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");
        return BadRecord.Show(Convert.ToString(value, CultureInfo.InvariantCulture));
    }
}

using System;
using System.Numerics;

namespace ToolGen.Transforms;

/// <summary>
/// The text of one value of the record at hand, on its way to a type. A value that is not of its type makes the record bad and gives a
/// default. <c>…OrNull</c> gives null where the value is empty or absent. Blanks around a value count only in strings.
/// </summary>
public readonly ref struct Cell
{
    private readonly ReadOnlySpan<char> text;
    private readonly string name;
    private readonly BadRecord bad;
    private readonly bool isAbsent;
    private readonly bool isMarkup;
    private readonly SchemaRule? rule;

    internal Cell(ReadOnlySpan<char> text, string name, BadRecord bad, bool isAbsent = false, bool isMarkup = false, SchemaRule? rule = null)
    {
        this.text = text;
        this.name = name;
        this.bad = bad;
        this.isAbsent = isAbsent;
        this.isMarkup = isMarkup;
        this.rule = rule;
    }

    private bool IsBlank => CellText.IsBlank(this.text);

    /// <summary>The same value, which must also keep a rule of the record's schema (lengths, bounds, patterns, formats).</summary>
    public Cell Checked(SchemaRule rule) => new(this.text, this.name, this.bad, this.isAbsent, this.isMarkup, rule);

    /// <summary>The text as it stands; an empty value is the empty text.</summary>
    public string String() => this.isAbsent ? this.Fail<string>("a text") ?? "" : this.Keep(this.text.ToString());

    public string? StringOrNull() => this.text.IsEmpty ? null : this.String();

    public long Int64() => CellText.TryInt64(this.text, out var value) ? this.Keep(value) : this.Fail<long>("an integer of 64 bits");

    public long? Int64OrNull() => this.IsBlank ? null : this.Int64();

    public int Int32() => CellText.TryInt32(this.text, out var value) ? this.Keep(value) : this.Fail<int>("an integer of 32 bits");

    public int? Int32OrNull() => this.IsBlank ? null : this.Int32();

    public BigInteger BigInteger() => CellText.TryBigInteger(this.text, out var value) ? this.Keep(value) : this.Fail<BigInteger>("an integer");

    public BigInteger? BigIntegerOrNull() => this.IsBlank ? null : this.BigInteger();

    public double Double() => CellText.TryDouble(this.text, out var value) ? this.Keep(value) : this.Fail<double>("a number such as 12.5");

    public double? DoubleOrNull() => this.IsBlank ? null : this.Double();

    public decimal Decimal() => CellText.TryDecimal(this.text, out var value) ? this.Keep(value) : this.Fail<decimal>("a number of at most 28 digits such as 12.50");

    public decimal? DecimalOrNull() => this.IsBlank ? null : this.Decimal();

    public bool Boolean() => CellText.TryBoolean(this.text, out var value) ? this.Keep(value) : this.Fail<bool>("true or false");

    public bool? BooleanOrNull() => this.IsBlank ? null : this.Boolean();

    public DateOnly DateOnly() => CellText.TryDate(this.text, out var value) ? this.Keep(value) : this.Fail<DateOnly>("a date such as 2025-03-31");

    public DateOnly? DateOnlyOrNull() => this.IsBlank ? null : this.DateOnly();

    /// <summary><c>09:30</c> or <c>09:30:15.5</c>, in UTC where a <c>Z</c> says so.</summary>
    public TimeOnly TimeOnly() => CellText.TryTime(this.text, out var value) ? this.Keep(value) : this.Fail<TimeOnly>("a time such as 09:30:00");

    public TimeOnly? TimeOnlyOrNull() => this.IsBlank ? null : this.TimeOnly();

    /// <summary>RFC 3339; in XML also the dates of feeds and mail (RFC 822, 1123, 5322).</summary>
    public DateTimeOffset DateTimeOffset()
    {
        if (CellText.TryDateTime(this.text, out var value) || (this.isMarkup && MailDate.TryParse(this.text, out value))) return this.Keep(value);
        const string standard = "a date and time with offset such as 2025-03-31T09:30:00Z";
        return this.Fail<DateTimeOffset>(this.isMarkup ? standard + " or Mon, 31 Mar 2025 09:30:00 GMT" : standard);
    }

    public DateTimeOffset? DateTimeOffsetOrNull() => this.IsBlank ? null : this.DateTimeOffset();

    public TimeSpan TimeSpan() => CellText.TryDuration(this.text, out var value) ? this.Keep(value) : this.Fail<TimeSpan>("a duration of days, hours, minutes, seconds such as PT1H30M");

    public TimeSpan? TimeSpanOrNull() => this.IsBlank ? null : this.TimeSpan();

    public Guid Guid() => CellText.TryUuid(this.text, out var value) ? this.Keep(value) : this.Fail<Guid>("a UUID");

    public Guid? GuidOrNull() => this.IsBlank ? null : this.Guid();

    public ReadOnlyMemory<byte> Bytes() => CellText.TryBase64(this.text, out var value) ? this.Keep(value) : this.Fail<ReadOnlyMemory<byte>>("base64");

    public ReadOnlyMemory<byte>? BytesOrNull() => this.IsBlank ? null : this.Bytes();

    private T Keep<T>(T value)
    {
        if (this.rule is not null && CellRule.Fault(this.rule, this.text, value) is { } fault) this.bad.Note($"\"{this.name}\": {fault}, given {BadRecord.Show(this.text)}");
        return value;
    }

    private T? Fail<T>(string wanted)
    {
        this.bad.Note(this.isAbsent ? $"\"{this.name}\" is missing; it must be {wanted}" : $"\"{this.name}\" must be {wanted}, given {BadRecord.Show(this.text)}");
        return default;
    }
}

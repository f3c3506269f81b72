using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <content>
/// What can be said of a typed value without its JSON: that it fits for certain. Where it is not certain, the checks of the JSON say so, and what is wrong.
/// </content>
public sealed partial class SchemaRule
{
    /// <summary>Integers that a double holds without a gap.</summary>
    private const double Exact = 1L << 53;

    private Bounds? bounds;
    private Words? words;
    private bool? isOfNumbers, isOfTexts, isOfCounts;

    /// <summary>Whether the nearest double of a number says that it fits.</summary>
    internal bool Takes(double nearest) => this.IsOfNumbers && (this.bounds ??= new(this)).Hold(nearest);

    /// <summary>Whether an integer fits.</summary>
    internal bool Takes(long value) => this.IsOfNumbers && (this.bounds ??= new(this)).Hold(value);

    /// <summary>Whether a double fits as it is written.</summary>
    internal bool TakesWritten(double value) => this.Takes(value) || (Math.Abs(value) <= Exact && Math.Floor(value) == value && this.Takes((long)value));

    /// <summary>Whether a text fits.</summary>
    internal bool Takes(string text)
    {
        if (!this.IsOfTexts || this.MaxLength < text.Length) return false;

        // A code point is at most two UTF-16 units.
        if (text.Length / 2 < this.MinLength && TextLength.CodePoints(text) < this.MinLength) return false;
        if (this.Pattern is { } pattern && !pattern.IsMatch(text)) return false;
        return this.Enum is null || (this.words ??= new(this.Enum)).Has(text);
    }

    /// <summary>The allowed text that the reader stands on; null where it is none of them, or where more is to be checked.</summary>
    internal string? Word(ref Utf8JsonReader json) => this.Enum is null || !this.IsOfWords ? null : (this.words ??= new(this.Enum)).Find(ref json);

    /// <summary>Whether an array of so many elements, or an object of so many members, fits.</summary>
    internal bool TakesCount(long count) =>
        this.IsOfCounts && count >= this.MinItems && count <= this.MaxItems && count >= this.MinProperties && count <= this.MaxProperties;

    private bool IsOfWords => this.IsOfTexts && this.Pattern is null && this.MinLength == 0 && this.MaxLength == long.MaxValue;

    private bool IsOfNumbers => this.isOfNumbers ??= this is { MultipleOf: null, Format: null, Enum: null } && this.IsAlone;

    private bool IsOfTexts => this.isOfTexts ??= this is { Format: null, Base64: false, JsonText: false } && this.IsAlone;

    private bool IsOfCounts => this.isOfCounts ??= this is
    {
        Enum: null, UniqueItems: false, Items: null, Contains: null, UnevaluatedItems: null, PropertyNames: null, AdditionalProperties: null, UnevaluatedProperties: null,
        PrefixItems.Count: 0, Properties.Count: 0, Required.Count: 0, PatternProperties.Count: 0, DependentRequired.Count: 0, DependentSchemas.Count: 0,
    } && this.IsAlone;

    // Of types a typed value has one that fits, but no rule of types is made for typed values.
    private bool IsAlone => this.Types == JsonTypes.Any && !this.HasInPlace;

    /// <summary>Bounds of numbers as C# compares them.</summary>
    private sealed class Bounds(SchemaRule rule)
    {
        private readonly double above = Math.Max(Nearest(rule.Minimum, double.NegativeInfinity), Nearest(rule.ExclusiveMinimum, double.NegativeInfinity));
        private readonly double below = Math.Min(Nearest(rule.Maximum, double.PositiveInfinity), Nearest(rule.ExclusiveMaximum, double.PositiveInfinity));
        private readonly long? least = rule.ExclusiveMinimum is null ? Whole(rule.Minimum, long.MinValue) : null;
        private readonly long? most = rule.ExclusiveMaximum is null ? Whole(rule.Maximum, long.MaxValue) : null;

        // Rounding keeps the order: what is inside after it was inside before. On the bound itself only the digits decide.
        public bool Hold(double nearest) => nearest > this.above && nearest < this.below;

        public bool Hold(long value) => (value >= this.least && value <= this.most) || this.Hold((double)value);

        private static double Nearest(string? bound, double none) => bound is null ? none : double.Parse(bound, CultureInfo.InvariantCulture);

        private static long? Whole(string? bound, long none) => bound is null ? none : ExactNumber.TryGetInt64(bound, out var value) ? value : null;
    }

    /// <summary>The texts of an enum.</summary>
    private sealed class Words(IReadOnlyList<string> values)
    {
        private readonly (string Text, byte[] Utf8)[] texts = [.. values.Select(Text).OfType<string>().Select(text => (text, Encoding.UTF8.GetBytes(text)))];

        public bool Has(string text)
        {
            foreach (var one in this.texts)
                if (one.Text == text) return true;
            return false;
        }

        public string? Find(ref Utf8JsonReader json)
        {
            foreach (var (text, utf8) in this.texts)
                if (json.ValueTextEquals(utf8)) return text;
            return null;
        }

        private static string? Text(string value)
        {
            using var json = JsonDocument.Parse(value);
            return json.RootElement.ValueKind == JsonValueKind.String ? json.RootElement.GetString() : null;
        }
    }
}

using System;
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
    private Numbers? numbers;
    private Texts? texts;
    private bool? isOfCounts;

    /// <summary>Whether the nearest double of a number says that it fits.</summary>
    internal bool Takes(double nearest) => this.Bounds is { AreAll: true } bounds && bounds.Hold(nearest);

    /// <summary>Whether an integer fits.</summary>
    internal bool Takes(long value) => this.Bounds is { AreAll: true } bounds && bounds.Hold(value);

    /// <summary>Whether a double fits as it is written.</summary>
    internal bool TakesWritten(double value) => this.Bounds is { AreAll: true } bounds && bounds.HoldWritten(value);

    /// <summary>Whether a text fits.</summary>
    internal bool Takes(string text) => (this.texts ??= new(this)).Hold(text);

    /// <summary>The allowed text that the reader stands on; null where it is none of them, or where more is to be checked.</summary>
    internal string? Word(ref Utf8JsonReader json) => this.Enum is null ? null : (this.texts ??= new(this)).Word(ref json);

    /// <summary>Whether an array of so many elements, or an object of so many members, fits.</summary>
    internal bool TakesCount(long count) =>
        (this.isOfCounts ??= this.IsOfCounts) && count >= this.MinItems && count <= this.MaxItems && count >= this.MinProperties && count <= this.MaxProperties;

    private Numbers Bounds => this.numbers ??= new(this);

    private bool IsOfCounts => this is
    {
        Enum: null, UniqueItems: false, Items: null, Contains: null, UnevaluatedItems: null, PropertyNames: null, AdditionalProperties: null, UnevaluatedProperties: null,
        PrefixItems.Count: 0, Properties.Count: 0, Required.Count: 0, PatternProperties.Count: 0, DependentRequired.Count: 0, DependentSchemas.Count: 0,
    } && this.IsAlone;

    // A rule for typed values says nothing of types.
    private bool IsAlone => this.Types == JsonTypes.Any && !this.HasInPlace;

    /// <summary>Bounds as C# compares them.</summary>
    private sealed class Numbers(SchemaRule rule)
    {
        /// <summary>Integers up to here a double holds without a gap.</summary>
        private const double Exact = 1L << 53;

        private readonly double above = Math.Max(Nearest(rule.Minimum, double.NegativeInfinity), Nearest(rule.ExclusiveMinimum, double.NegativeInfinity));
        private readonly double below = Math.Min(Nearest(rule.Maximum, double.PositiveInfinity), Nearest(rule.ExclusiveMaximum, double.PositiveInfinity));
        private readonly long least = (rule.ExclusiveMinimum is null ? Whole(rule.Minimum, long.MinValue) : null) ?? long.MaxValue;
        private readonly long most = (rule.ExclusiveMaximum is null ? Whole(rule.Maximum, long.MaxValue) : null) ?? long.MinValue;

        /// <summary>Whether the rule asks no more of a number.</summary>
        public bool AreAll { get; } = rule is { MultipleOf: null, Format: null, Enum: null } && rule.IsAlone;

        // Rounding keeps the order: what is inside after it was inside before. On the bound itself only the digits decide.
        public bool Hold(double nearest) => nearest > this.above && nearest < this.below;

        public bool Hold(long value) => (value >= this.least && value <= this.most) || this.Hold((double)value);

        public bool HoldWritten(double value) => this.Hold(value) || (Math.Abs(value) <= Exact && Math.Floor(value) == value && this.Hold((long)value));

        private static double Nearest(string? bound, double none) => bound is null ? none : double.Parse(bound, CultureInfo.InvariantCulture);

        private static long? Whole(string? bound, long none) => bound is null ? none : ExactNumber.TryGetInt64(bound, out var value) ? value : null;
    }

    /// <summary>Lengths, pattern and allowed texts; where there is more, no text is inside.</summary>
    private sealed class Texts(SchemaRule rule)
    {
        private readonly bool isAll = rule is { Format: null, Base64: false, JsonText: false } && rule.IsAlone;
        private readonly bool isEnum = rule is { Format: null, Base64: false, JsonText: false, Pattern: null, MinLength: 0, MaxLength: long.MaxValue } && rule.IsAlone;
        private readonly (string Text, byte[] Utf8)[]? words = rule.Enum?.Select(Text).OfType<string>().Select(text => (text, Encoding.UTF8.GetBytes(text))).ToArray();

        public bool Hold(string text)
        {
            if (!this.isAll || rule.MaxLength < text.Length) return false;

            // A code point is at most two UTF-16 units.
            if (text.Length / 2 < rule.MinLength && TextLength.CodePoints(text) < rule.MinLength) return false;
            if (rule.Pattern is { } pattern && !pattern.IsMatch(text)) return false;
            return this.words is null || this.IsWord(text);
        }

        public string? Word(ref Utf8JsonReader json)
        {
            if (!this.isEnum) return null;
            foreach (var (text, utf8) in this.words!)
                if (json.ValueTextEquals(utf8)) return text;
            return null;
        }

        private bool IsWord(string text)
        {
            foreach (var word in this.words!)
                if (word.Text == text) return true;
            return false;
        }

        private static string? Text(string value)
        {
            using var json = JsonDocument.Parse(value);
            return json.RootElement.ValueKind == JsonValueKind.String ? json.RootElement.GetString() : null;
        }
    }
}

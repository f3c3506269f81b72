using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing.Comparison;

/// <summary>
/// Equality by value (SPEC §4): numbers within 1e-9 relative or the sample's absolute tolerance; integers and decimals of the schema
/// exactly; <c>date-time</c> as instants; member order free. What is ignored or unordered the sample says.
/// </summary>
public sealed class OutputComparer
{
    /// <summary>More differences than this of one sample help nobody.</summary>
    public const int MaxDifferences = 20;

    private const double Relative = 1e-9;

    private readonly SchemaPlan? plan;
    private readonly Compare compare;
    private readonly HashSet<string> ignored;
    private readonly HashSet<string> unordered;
    private readonly List<SampleDifference> differences = [];

    private OutputComparer(SchemaPlan? plan, Compare compare)
    {
        this.plan = plan;
        this.compare = compare;
        this.ignored = [.. compare.Ignore];
        this.unordered = [.. compare.Unordered];
    }

    /// <summary>Every difference in the order of the expected output, at most <see cref="MaxDifferences"/>; empty where the two are equal.</summary>
    /// <param name="expected">From the sample.</param>
    /// <param name="actual">From the tool.</param>
    /// <param name="plan">The output's schema; null: nothing is known of it.</param>
    /// <param name="compare">What the sample says of comparing; null: nothing.</param>
    public static IReadOnlyList<SampleDifference> Differences(JsonNode expected, JsonNode actual, SchemaPlan? plan = null, Compare? compare = null)
    {
        var comparer = new OutputComparer(plan, compare ?? new());
        comparer.Visit(expected, actual, plan?.Root, "");
        return comparer.differences;
    }

    private bool IsFull => this.differences.Count >= MaxDifferences;

    private void Visit(JsonNode? expected, JsonNode? actual, SchemaNode? schema, string pointer)
    {
        if (this.IsFull || this.ignored.Contains(pointer)) return;
        schema = SchemaPlaces.Resolve(this.plan, schema);
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                this.VisitMembers(left, right, schema, pointer);
                break;
            case (JsonArray left, JsonArray right) when this.unordered.Contains(pointer):
                this.VisitUnordered(left, right, schema, pointer);
                break;
            case (JsonArray left, JsonArray right):
                for (var i = 0; i < Math.Max(left.Items.Count, right.Items.Count) && !this.IsFull; i++)
                    this.Visit(left.Items.ElementAtOrDefault(i), right.Items.ElementAtOrDefault(i), SchemaPlaces.Item(schema, i), pointer + "/" + i.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                if (expected is null || actual is null || !this.IsSame(expected, actual, schema)) this.Add(pointer, expected, actual);
                break;
        }
    }

    private void Add(string pointer, JsonNode? expected, JsonNode? actual)
    {
        var (left, right) = Excerpt.Of(expected, actual);
        this.differences.Add(new(pointer, left, right));
    }

    private void VisitMembers(JsonObject expected, JsonObject actual, SchemaNode? schema, string pointer)
    {
        foreach (var member in expected.Members)
            this.Visit(member.Value, actual[member.Name], SchemaPlaces.Member(schema, member.Name), Below(pointer, member.Name));
        foreach (var member in actual.Members)
            if (expected.Member(member.Name) is null) this.Visit(null, member.Value, null, Below(pointer, member.Name));
    }

    private void VisitUnordered(JsonArray expected, JsonArray actual, SchemaNode? schema, string pointer)
    {
        var left = actual.Items.ToList();
        var missing = new List<(int Index, JsonNode Node)>();
        for (var i = 0; i < expected.Items.Count; i++)
        {
            var one = expected.Items[i];
            var at = left.FindIndex(other => this.AreEqual(one, other, SchemaPlaces.Item(schema, i), pointer + "/" + i.ToString(CultureInfo.InvariantCulture)));
            if (at >= 0) left.RemoveAt(at);
            else missing.Add((i, one));
        }

        // What is left on both sides is shown in pairs: mostly one element that is wrong.
        for (var i = 0; i < Math.Max(missing.Count, left.Count) && !this.IsFull; i++)
        {
            var place = i < missing.Count ? pointer + "/" + missing[i].Index.ToString(CultureInfo.InvariantCulture) : pointer;
            this.Add(place, i < missing.Count ? missing[i].Node : null, left.ElementAtOrDefault(i));
        }
    }

    private bool AreEqual(JsonNode expected, JsonNode actual, SchemaNode? schema, string pointer)
    {
        var inner = new OutputComparer(this.plan, this.compare);
        inner.Visit(expected, actual, schema, pointer);
        return inner.differences.Count == 0;
    }

    private bool IsSame(JsonNode expected, JsonNode actual, SchemaNode? schema)
    {
        if (JsonEquality.Equals(expected, actual)) return true;
        return (expected, actual) switch
        {
            (JsonNumber left, JsonNumber right) => !IsExact(schema) && this.IsNear(left.Text, right.Text),
            (JsonString left, JsonString right) => schema is { Format: "date-time" } && Instant(left.Value) is { } instant && instant == Instant(right.Value),
            _ => false,
        };
    }

    private static bool IsExact(SchemaNode? schema) =>
        schema is not null && ((schema.Types & SchemaTypes.Number) == SchemaTypes.Integer || schema.Format is "decimal" or "big");

    private bool IsNear(string left, string right)
    {
        // 100.01 − 100 is more than 0.01 in binary: where decimals hold all, they decide.
        if (this.compare.Tolerance is { } absolute and < 1e15 && NumberFormats.IsDecimal(left) && NumberFormats.IsDecimal(right))
            return IsWithin(decimal.Parse(left, NumberStyles.Float, CultureInfo.InvariantCulture), decimal.Parse(right, NumberStyles.Float, CultureInfo.InvariantCulture), (decimal)absolute);

        var a = double.Parse(left, NumberStyles.Float, CultureInfo.InvariantCulture);
        var b = double.Parse(right, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(a) || !double.IsFinite(b)) return false;
        return Math.Abs(a - b) <= (this.compare.Tolerance ?? Relative * Math.Max(Math.Abs(a), Math.Abs(b)));
    }

    // Opposite signs could overflow when subtracted; halves cannot.
    private static bool IsWithin(decimal a, decimal b, decimal tolerance) =>
        Math.Sign(a) * Math.Sign(b) < 0 ? Math.Abs(a) / 2 + Math.Abs(b) / 2 <= tolerance / 2 : Math.Abs(a - b) <= tolerance;

    private static long? Instant(string text)
    {
        if (!DateTimeFormats.IsDateTime(text) || !DateTimeFormats.TryReadDate(text.AsSpan(0, 10), out var year, out var month, out var day) || year == 0) return null;
        DateTimeFormats.TryReadTime(text.AsSpan(11), out var ticks, out var offset, out _);
        return new DateTime(year, month, day).Ticks + ticks - (offset * TimeSpan.TicksPerMinute);
    }

    private static string Below(string pointer, string name) => pointer + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

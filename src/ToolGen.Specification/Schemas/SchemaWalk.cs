using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>One check: the place, what is left of the caps, what was found. Several values share its caps.</summary>
internal sealed partial class SchemaWalk(IReadOnlyDictionary<string, SchemaNode> definitions)
{
    private readonly List<string> path = [];
    private readonly List<SchemaResource> scopes = [];

    // Null while only the answer counts.
    private List<SchemaViolation>? violations;
    private int count;
    private int limit;
    private long steps = SchemaInterpreter.MaxSteps;
    private int depth;
    private string? end;

    /// <summary>Whether a cap was reached: nothing is checked any more, and every value counts as not fitting.</summary>
    public bool IsExhausted => this.end is not null;

    /// <summary>Checks one value. What was learned about the schemas is kept for the next.</summary>
    public IReadOnlyList<SchemaViolation> Check(SchemaNode schema, JsonNode value)
    {
        this.steps += (long)value.Span.Length * SchemaInterpreter.StepsPerCharacter;
        var found = this.violations = [];
        (this.count, this.limit) = (0, SchemaInterpreter.MaxViolations);
        this.Visit(schema, value);
        if (this.end is { } place) found.Add(new(place, Faults.TooLarge.Keyword, Faults.TooLarge.Message, null, null, null));
        return found;
    }

    private bool IsFull => this.count >= this.limit || this.end is not null;

    private void Visit(SchemaNode schema, JsonNode value, EvaluatedParts? outer = null)
    {
        if (this.IsFull || !this.Spend(1)) return;
        if (++this.depth > SchemaInterpreter.MaxDepth) this.Exhaust();
        var isScope = schema.Resource is { } resource && (this.scopes.Count == 0 || this.scopes[this.scopes.Count - 1] != resource);
        if (isScope) this.scopes.Add(schema.Resource!);

        var before = this.count;
        var parts = outer is null && schema.UnevaluatedProperties is null && schema.UnevaluatedItems is null ? null : new EvaluatedParts();
        this.Assert(schema, value, parts);
        if (parts is not null)
        {
            this.AssertUnevaluated(schema, value, parts);
            if (this.count == before) outer?.Add(parts);
        }

        if (isScope) this.scopes.RemoveAt(this.scopes.Count - 1);
        this.depth--;
    }

    /// <summary>Whether a value fits, without a word about why not.</summary>
    private bool Holds(SchemaNode schema, JsonNode value, EvaluatedParts? outer = null)
    {
        var (told, before, cap) = (this.violations, this.count, this.limit);
        (this.violations, this.count, this.limit) = (null, 0, 1);
        this.Visit(schema, value, outer);
        var holds = this.count == 0;
        (this.violations, this.count, this.limit) = (told, before, cap);
        return holds;
    }

    private bool Spend(long cost)
    {
        this.steps -= cost;
        if (this.steps < 0) this.Exhaust();
        return this.end is null;
    }

    private void Exhaust() => this.end ??= this.Pointer(null);

    private void Assert(SchemaNode schema, JsonNode value, EvaluatedParts? parts)
    {
        if (this.end is not null) return;
        if (schema.Types == SchemaTypes.None)
        {
            if (this.Tells()) this.Add(Faults.Nothing, schema, value);
            return;
        }

        if ((schema.Types & TypeOf(value)) == 0)
        {
            if (this.Tells()) this.Add(SchemaFaults.Type(schema), schema, value);
            return;
        }

        this.AssertValues(schema, value);
        switch (value)
        {
            case JsonNumber number:
                this.AssertNumber(schema, number);
                break;
            case JsonString text:
                this.AssertText(schema, text);
                break;
            case JsonArray array:
                this.AssertArray(schema, array, parts);
                break;
            case JsonObject members:
                this.AssertObject(schema, members, parts);
                break;
        }

        this.AssertInPlace(schema, value, parts);
    }

    // Offered only where it passes: "all" is no correction for a list of other words.
    private string? CorrectionOf(Fault fault, SchemaNode schema, JsonNode value)
    {
        foreach (var candidate in Corrections.Of(fault, schema, value))
            if (Corrections.Whole(candidate) is { } text && this.Holds(schema, candidate)) return text;
        return null;
    }

    internal static SchemaTypes TypeOf(JsonNode value) => value switch
    {
        JsonNull => SchemaTypes.Null,
        JsonBoolean => SchemaTypes.Boolean,
        JsonNumber number => ExactNumber.IsInteger(number.Text.AsSpan()) ? SchemaTypes.Integer : SchemaTypes.Number & ~SchemaTypes.Integer,
        JsonString => SchemaTypes.String,
        JsonArray => SchemaTypes.Array,
        _ => SchemaTypes.Object,
    };

    private void At(string token, SchemaNode schema, JsonNode value)
    {
        this.path.Add(token);
        this.Visit(schema, value);
        this.path.RemoveAt(this.path.Count - 1);
    }

    private void At(int index, SchemaNode schema, JsonNode value) => this.At(index.ToString(CultureInfo.InvariantCulture), schema, value);

    /// <summary>Notes that the value does not fit; whether it is to be told why.</summary>
    private bool Tells()
    {
        if (this.violations is not null && !this.IsFull) return true;
        this.count++;
        return false;
    }

    private void Add(Fault fault, SchemaNode schema, JsonNode given)
    {
        this.count++;
        this.violations!.Add(new(this.Pointer(null), fault.Keyword, fault.Message, Excerpt.Of(given), fault.Allowed, this.CorrectionOf(fault, schema, given)));
    }

    private void AddMissing(Fault fault, string name)
    {
        this.count++;
        this.violations!.Add(new(this.Pointer(name), fault.Keyword, fault.Message, null, null, null));
    }

    private void AddMember(Fault fault, JsonMember member, string? correction)
    {
        this.count++;
        this.violations!.Add(new(this.Pointer(member.Name), fault.Keyword, fault.Message, Excerpt.Of(member.Value), fault.Allowed, correction));
    }

    private string Pointer(string? member)
    {
        var pointer = new StringBuilder();
        foreach (var token in this.path) pointer.Append('/').Append(JsonPath.Escape(token));
        if (member is not null) pointer.Append('/').Append(JsonPath.Escape(member));
        return pointer.ToString();
    }
}

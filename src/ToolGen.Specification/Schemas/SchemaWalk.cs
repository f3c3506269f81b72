using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>One check: the place, what is left of the caps, what was found.</summary>
internal sealed partial class SchemaWalk(IReadOnlyDictionary<string, SchemaNode> definitions)
{
    private readonly List<string> path = [];
    private List<SchemaViolation> violations = [];
    private Dictionary<SchemaNode, HashSet<JsonNode>>? enums;
    private Dictionary<SchemaNode, Dictionary<string, SchemaNode>>? properties;
    private int steps;

    /// <summary>Checks one value. What was learned about the schemas is kept for the next, and the cap on steps is one for all.</summary>
    public IReadOnlyList<SchemaViolation> Check(SchemaNode schema, JsonNode value)
    {
        this.violations = [];
        this.Visit(schema, value);
        return this.violations;
    }

    private bool IsFull => this.violations.Count >= SchemaInterpreter.MaxViolations;

    private void Visit(SchemaNode schema, JsonNode value)
    {
        for (var next = schema; next is not null; next = this.Target(next))
        {
            if (this.IsFull) return;
            if (++this.steps > SchemaInterpreter.MaxSteps || this.path.Count > SchemaInterpreter.MaxDepth)
            {
                if (this.steps != int.MaxValue) this.Add("limit", "is too deep or too large to be checked", value, null);
                this.steps = int.MaxValue - 1;
                return;
            }

            this.Assert(next, value);
        }
    }

    private SchemaNode? Target(SchemaNode schema) =>
        schema.Reference is { } reference && definitions.TryGetValue(reference, out var target) ? target : null;

    private void Assert(SchemaNode schema, JsonNode value)
    {
        if (schema.Types == SchemaTypes.None)
        {
            this.Add("schema", "is not allowed", value, null);
            return;
        }

        if ((schema.Types & TypeOf(value)) == 0)
        {
            var words = SchemaWords.Types(schema);
            this.Add("type", "must be " + words, value, words, this.CorrectionOf(schema, value));
            return;
        }

        if (schema.Const is { } constant && !JsonEquality.Equals(constant, value))
            this.Add("const", "must be " + Excerpt.Of(constant), value, Excerpt.Of(constant), Corrections.Whole(constant));
        if (schema.Enum is { } values && !this.EnumOf(schema, values).Contains(value))
            this.Add("enum", "must be " + SchemaWords.OneOf(values), value, SchemaWords.OneOf(values), Corrections.ForEnum(values, value));

        switch (value)
        {
            case JsonNumber number:
                this.AssertNumber(schema, number);
                break;
            case JsonString text:
                this.AssertText(schema, text);
                break;
            case JsonArray array:
                this.AssertArray(schema, array);
                break;
            case JsonObject members:
                this.AssertObject(schema, members);
                break;
        }
    }

    // Offered only where it passes: "all" is no correction for a list of other words.
    private string? CorrectionOf(SchemaNode schema, JsonNode value) =>
        Corrections.ForType(schema, value) is { } candidate && Corrections.Whole(candidate) is { } text && new SchemaWalk(definitions).Check(schema, candidate).Count == 0 ? text : null;

    internal static SchemaTypes TypeOf(JsonNode value) => value switch
    {
        JsonNull => SchemaTypes.Null,
        JsonBoolean => SchemaTypes.Boolean,
        JsonNumber number => ExactNumber.IsInteger(number.Text.AsSpan()) ? SchemaTypes.Integer : SchemaTypes.Number & ~SchemaTypes.Integer,
        JsonString => SchemaTypes.String,
        JsonArray => SchemaTypes.Array,
        _ => SchemaTypes.Object,
    };

    private HashSet<JsonNode> EnumOf(SchemaNode schema, IReadOnlyList<JsonNode> values)
    {
        this.enums ??= [];
        if (!this.enums.TryGetValue(schema, out var set)) this.enums.Add(schema, set = new(values, JsonEquality.Comparer));
        return set;
    }

    private Dictionary<string, SchemaNode> PropertiesOf(SchemaNode schema)
    {
        this.properties ??= [];
        if (!this.properties.TryGetValue(schema, out var map))
            this.properties.Add(schema, map = schema.Properties.GroupBy(property => property.Name).ToDictionary(same => same.Key, same => same.First().Schema));
        return map;
    }

    private void At(string token, SchemaNode schema, JsonNode value)
    {
        this.path.Add(token);
        this.Visit(schema, value);
        this.path.RemoveAt(this.path.Count - 1);
    }

    private void At(int index, SchemaNode schema, JsonNode value) => this.At(index.ToString(CultureInfo.InvariantCulture), schema, value);

    private void Add(string keyword, string message, JsonNode? given, string? allowed, string? correction = null, string? member = null)
    {
        if (this.IsFull) return;
        var pointer = new StringBuilder();
        foreach (var token in this.path) pointer.Append('/').Append(JsonPath.Escape(token));
        if (member is not null) pointer.Append('/').Append(JsonPath.Escape(member));
        this.violations.Add(new(pointer.ToString(), keyword, message, given is null ? null : Excerpt.Of(given), allowed, correction));
    }

    private void Must(bool holds, string keyword, string allowed, JsonNode value, string verb = "must be ")
    {
        if (!holds) this.Add(keyword, verb + allowed, value, allowed);
    }
}

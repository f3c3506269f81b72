using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>An array of equal things.</summary>
internal sealed class ListShape(Shape item, int minimum = 0, int maximum = int.MaxValue) : Shape
{
    public Shape Item => item;

    public int Minimum => minimum;

    public int Maximum => maximum;

    public override string Wanted => "an array";

    public override bool Fits(JsonNode node) => node is JsonArray;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        var items = ((JsonArray)node).Items;
        if (items.Count < minimum || items.Count > maximum)
            sink.Add(FindingCatalog.WrongCount, node.Span, label, Counted(), items.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var element in items) item.Check(element, sink, label);
    }

    public override JsonNode Canonical(JsonNode node) => node is JsonArray array ? Rebuilt.Array(array, item.Canonical) : node;

    private string Counted() => minimum == maximum ? $"exactly {minimum}" : maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";
}

/// <summary>An object whose names are the author's own.</summary>
internal sealed class MapShape(Shape value, TextRule? names = null, int minimum = 0, int maximum = int.MaxValue, string? reserved = null) : Shape
{
    public Shape Value => value;

    public TextRule? Names => names;

    public int Minimum => minimum;

    public int Maximum => maximum;

    /// <summary>A name that would make it another alternative of the union it stands in.</summary>
    public string? Reserved => reserved;

    public override string Wanted => "an object";

    public override bool Fits(JsonNode node) => node is JsonObject map && (reserved is null || map.Member(reserved) is null);

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        var members = ((JsonObject)node).Members;
        if (members.Count < minimum || members.Count > maximum)
            sink.Add(FindingCatalog.WrongCount, node.Span, label, minimum == maximum ? $"exactly {minimum}" : $"at least {minimum}", members.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var member in members)
        {
            if (names is not null && !names.Holds(member.Name)) sink.Add(FindingCatalog.BadText, member.NameSpan, label, Shown.Text(member.Name), names.Wanted, names.Example);
            value.Check(member.Value, sink, member.Name);
        }
    }

    public override JsonNode Canonical(JsonNode node) => node is JsonObject map ? Rebuilt.Object(map, member => value.Canonical(member.Value)) : node;
}

/// <summary>One of several shapes; the first that fits is meant.</summary>
internal sealed class UnionShape : Shape
{
    private readonly Lazy<Shape[]> alternatives;

    public UnionShape(params Shape[] alternatives)
        : this(() => alternatives)
    {
    }

    /// <summary>For a shape that holds itself.</summary>
    public UnionShape(Func<Shape[]> alternatives) => this.alternatives = new(alternatives);

    public IReadOnlyList<Shape> Alternatives => this.alternatives.Value;

    /// <summary>A name in the schema's <c>$defs</c>; needed where the shape holds itself.</summary>
    public string? Name { get; init; }

    public override string Wanted => string.Join(", or ", this.Alternatives.Select(shape => shape.Wanted).Distinct());

    public override bool Fits(JsonNode node) => this.Alternatives.Any(shape => shape.Fits(node));

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        foreach (var alternative in this.Alternatives)
        {
            if (!alternative.Fits(node)) continue;
            alternative.CheckFitting(node, sink, label);
            return;
        }
    }

    public override JsonNode Canonical(JsonNode node) => this.Alternatives.FirstOrDefault(shape => shape.Fits(node))?.Canonical(node) ?? node;

    public override void Check(JsonNode node, FindingSink sink, string label)
    {
        if (this.Fits(node))
        {
            this.CheckFitting(node, sink, label);
            return;
        }

        // An object that fits none of the records: say which member would tell them apart, and whether one was misspelled.
        var records = this.Alternatives.OfType<RecordShape>().Where(record => record.Marks.Count > 0).ToArray();
        if (node is JsonObject @object && records.Length > 0) RecordShape.ReportUnmarked(@object, records, sink, label);
        else base.Check(node, sink, label);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Checks;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>
/// Values for the typed slots of the output (SPEC §1.3): by name, never by position. What the compiler may find wrong with a slot is
/// said where the spec fills it.
/// </summary>
internal sealed class ResultWriter(DeclarativeCode code, Func<SpecText, ExpressionScope, GatedExpression?> gate, Func<string, RowShape?> shapeOf)
{
    private static readonly LeafType[] Numbers = [LeafType.Int32, LeafType.Int64, LeafType.Double, LeafType.Decimal, LeafType.Big];

    private int depth;
    private int temporaries;

    /// <summary>A value of the spec for a slot.</summary>
    public string Write(TypeUse slot, ResultValue value, ExpressionScope scope)
    {
        switch (value)
        {
            case ResultExpression expression:
                var gated = gate(expression.Expression, scope);
                var shape = gated is null ? null : ShapeOf.Sequence(gated.Expression, shapeOf);
                return this.Fit(slot, code.Hole(gated), shape, value.Node.Span);
            case ResultObject record when code.RecordOf(slot.Type) is { } model:
                return this.Object(model, record.Node.Span, name => record.Properties.FirstOrDefault(property => property.Name == name) is { } property ? use => this.Write(use, property.Value, scope) : null, record);
            case ResultEach each when slot.Type is ListType list:
                return this.Each(list, each, scope);
            case ResultConstant when Constant(slot, value.Node) is { } constant:
                return code.At(value.Node.Span, constant);
            default:
                code.Findings.Add(FindingCatalog.ResultShape, value.Node.Span, value is ResultEach ? "a list" : value is ResultObject ? "an object" : "this constant", slot.TypeName.Replace("global::System.Collections.Generic.", "").Replace("global::System.", ""));
                return "default!";
        }
    }

    /// <summary>An expression of generated code for a slot.</summary>
    /// <param name="slot">Its type.</param>
    /// <param name="value">The expression.</param>
    /// <param name="shape">Of the value, or of its elements where it is a list; null: not known.</param>
    /// <param name="place">What the compiler's errors point at.</param>
    public string Fit(TypeUse slot, string value, RowShape? shape, TextSpan place)
    {
        switch (slot.Type)
        {
            case ListType list:
                var item = this.Temporary();
                return list.Element.Type switch
                {
                    LeafType number when number == LeafType.Int32 => $"{Slots.Name}.Map({value}, static {item} => {code.At(place, $"{Slots.Name}.Int32({item})")})",

                    // C# converts a number to a wider one, but no list of the one to a list of the other.
                    LeafType number when Numbers.Contains(number) => $"{Slots.Name}.Map({value}, static {item} => {code.At(place, $"{{ {list.Element.TypeName} {item}n = {item}; return {item}n; }}")})",
                    NamedType or ListType => $"{Slots.Name}.Map({value}, {item} => {this.Fit(list.Element, item, shape, place)})",
                    _ => code.At(place, $"{Slots.Name}.List<{list.Element.TypeName}>(") + value + ")",
                };
            case NamedType when code.RecordOf(slot.Type) is { } model:
                if (++this.depth > 16)
                {
                    this.depth--;
                    return value;
                }

                var source = this.Temporary();
                var text = this.Object(model, place, name => Member(shape, source, name, model) is { } member ? use => this.Fit(use, member.Text, member.Inner, member.Place.Length > 0 ? member.Place : place) : null, null);
                this.depth--;
                return $"{Slots.Name}.One({value}, {source} => {text})";
            default:
                var fitted = slot.Type == LeafType.Int32 ? $"{Slots.Name}.Int32({value})" : value;

                // A hole has its own place.
                return value.IndexOf('\n') >= 0 ? fitted : code.At(place, fitted);
        }
    }

    private string Each(ListType list, ResultEach each, ExpressionScope scope)
    {
        var sequence = gate(each.Sequence, scope);
        var shape = (sequence is null ? null : ShapeOf.Sequence(sequence.Expression, shapeOf)) ?? RowShape.Unknown;
        var hole = code.Hole(sequence);
        var isInner = scope.Names.Contains("item");
        var inside = isInner ? code.Names.InnerItem : code.Names.Item;
        string element;
        if (code.RecordOf(list.Element.Type) is { } model)
        {
            element = this.Object(model, each.Node.Span, name => this.EachProperty(each, name, shape, model, inside), each.Select);
        }
        else if (each.Select is null)
        {
            element = this.Fit(list.Element, "item", shape, each.Node.Span);
        }
        else
        {
            code.Findings.Add(FindingCatalog.ResultShape, each.Select.Node.Span, "an object", list.Element.TypeName);
            return "default!";
        }

        var map = $"{Slots.Name}.Map({hole}, item => {element})";
        return isInner ? $"{Slots.Name}.One(item, outer => {map})" : map;
    }

    private Func<TypeUse, string>? EachProperty(ResultEach each, string name, RowShape shape, RecordModel model, ExpressionScope inside)
    {
        if (each.Select?.Properties.FirstOrDefault(property => property.Name == name) is { } written) return use => this.Write(use, written.Value, inside);
        return Member(shape, "item", name, model) is { } member ? use => this.Fit(use, member.Text, member.Inner, member.Place.Length > 0 ? member.Place : each.Node.Span) : null;
    }

    /// <summary>An object of the output; every required property must have a value.</summary>
    public string Object(RecordModel model, TextSpan place, Func<string, Func<TypeUse, string>?> valueOf, ResultObject? written)
    {
        var parts = new List<string>();
        foreach (var property in model.Properties)
        {
            if (valueOf(property.JsonName) is { } write) parts.Add($"{property.Name} = {Wrapped(property, write(Slot(property)))}");
            else if (property.IsRequired) code.Findings.Add(FindingCatalog.ResultMissing, place, property.JsonName);
        }

        foreach (var property in written?.Properties ?? [])
        {
            if (model.Properties.Any(known => known.JsonName == property.Name)) continue;
            var near = NearMiss.Of(property.Name, model.Properties.Select(known => known.JsonName));
            var fix = near is null ? null : new FindingFix($"Write {near}", new([new TextEdit(property.Member.NameSpan, JsonWriter.Compact(new JsonString(near, default)))]));
            code.Findings.Add(FindingCatalog.ResultUnknown, property.Member.NameSpan, fix, property.Name, string.Join(", ", model.Properties.Select(known => known.JsonName)));
        }

        return $"new {model.Name} {{ {string.Join(", ", parts)} }}";
    }

    // An optional slot takes a value that may be missing.
    private static TypeUse Slot(PropertyModel property) => property.IsRequired ? property.Use : property.Use with { IsNullable = true };

    // C# converts no interface to the optional of it.
    private static string Wrapped(PropertyModel property, string value) => property is { IsOptional: true, Use.Type: ListType or MapType } ? $"new({value})" : value;

    private static (string Text, RowShape? Inner, TextSpan Place)? Member(RowShape? shape, string source, string jsonName, RecordModel target)
    {
        shape ??= RowShape.Unknown;
        if (shape.Access == RowAccess.Indexer) return ($"{source}[{CSharpText.Literal(jsonName)}]", null, default);
        if (shape.IsKnown) return shape[jsonName] is { } field ? ($"{source}.{field.Name}", field.Inner, field.Place) : null;
        return ($"{source}.{target.Properties.First(property => property.JsonName == jsonName).Name}", null, default);
    }

    private string Temporary() => "__" + (this.temporaries++).ToString(CultureInfo.InvariantCulture);

    private static string? Constant(TypeUse slot, JsonNode node)
    {
        if (node is JsonNull) return slot.IsNullable ? "null" : null;
        var isInteger = node is JsonNumber number && ExactNumber.IsInteger(number.Text.AsSpan());
        return (slot.Type, node) switch
        {
            (LeafType leaf, JsonBoolean) when leaf == LeafType.Boolean => ValueWriter.Constant(node),
            (LeafType leaf, JsonNumber) when leaf == LeafType.Double => ((JsonNumber)node).Text + "d",
            (LeafType leaf, JsonNumber) when leaf == LeafType.Decimal && NumberFormats.IsDecimal(((JsonNumber)node).Text.AsSpan()) => ((JsonNumber)node).Text + "m",
            (LeafType leaf, JsonNumber) when leaf == LeafType.Int64 && isInteger && ExactNumber.TryGetInt64(((JsonNumber)node).Text.AsSpan(), out var value) => value.ToString(CultureInfo.InvariantCulture) + "L",
            (LeafType leaf, JsonNumber) when leaf == LeafType.Int32 && ExactNumber.TryGetInt64(((JsonNumber)node).Text.AsSpan(), out var value) && value is >= int.MinValue and <= int.MaxValue => value.ToString(CultureInfo.InvariantCulture),
            (LeafType leaf, JsonNumber) when leaf == LeafType.Big && isInteger => $"global::System.Numerics.BigInteger.Parse({CSharpText.Literal(((JsonNumber)node).Text)}, global::System.Globalization.CultureInfo.InvariantCulture)",
            (ListType list, JsonArray array) when array.Items.All(item => Constant(list.Element, item) is not null) => $"new {list.Element.TypeName}[] {{ {string.Join(", ", array.Items.Select(item => Constant(list.Element, item)))} }}",
            (ListType { Element.Type: LeafType element } list, JsonArray array) when element == LeafType.String && array.Items.All(item => item is JsonString) => $"new {list.Element.TypeName}[] {{ {string.Join(", ", array.Items.Select(ValueWriter.Constant))} }}",
            _ => null,
        };
    }
}

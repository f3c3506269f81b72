using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>Prints assertions as an initializer of the contract's <c>SchemaRule</c>; empty where there are none.</summary>
internal static partial class RuleText
{
    private const string New = "new global::ToolGen.SchemaRule";

    /// <summary>What a typed string leaves open.</summary>
    public static string OfText(SchemaNode node, bool withFormat, RuleReferences references)
    {
        var parts = new List<string>();
        AddText(node, parts, withFormat, references);
        AddContent(node, parts, references);
        AddEnum(node, parts);
        return Join(parts);
    }

    /// <summary>What a typed number leaves open.</summary>
    public static string OfNumber(SchemaNode node)
    {
        var parts = new List<string>();
        AddNumber(node, parts);
        AddEnum(node, parts);
        return Join(parts);
    }

    /// <summary>What a boolean leaves open.</summary>
    public static string OfBoolean(SchemaNode node)
    {
        var parts = new List<string>();
        AddEnum(node, parts);
        return Join(parts);
    }

    /// <summary>Counts of a list whose elements are typed.</summary>
    public static string OfItems(SchemaNode node)
    {
        var parts = new List<string>();
        AddItems(node, parts);
        return Join(parts);
    }

    /// <summary>Counts of a map whose values are typed.</summary>
    public static string OfMembers(SchemaNode node)
    {
        var parts = new List<string>();
        AddMembers(node, parts);
        return Join(parts);
    }

    /// <summary>All assertions, those of parts too.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="references">The fields of rules and scopes that it names.</param>
    public static string OfAll(SchemaNode node, RuleReferences references) => Whole(node, references) is { Length: > 0 } text ? text : New + "()";

    private static string Whole(SchemaNode node, RuleReferences references)
    {
        var parts = new List<string>();
        if (node.Types != SchemaTypes.Any) parts.Add("Types = " + Types(node.Types));
        AddText(node, parts, withFormat: true, references);
        AddContent(node, parts, references);
        AddNumber(node, parts);
        AddEnum(node, parts);
        AddItems(node, parts);
        AddMembers(node, parts);
        AddElements(node, parts, references);
        AddNamed(node, parts, references);
        AddInPlace(node, parts, references);
        return Join(parts);
    }

    private static void AddText(SchemaNode node, List<string> parts, bool withFormat, RuleReferences references)
    {
        if (node.MinLength is > 0 and var min) parts.Add("MinLength = " + Number(min));
        if (node.MaxLength is { } max) parts.Add("MaxLength = " + Number(max));
        if (node.Matcher is { } pattern) parts.Add("Pattern = " + references.Pattern(pattern));
        if (withFormat && node.FormatAsserted && node.Format is { } format) parts.Add("Format = " + CSharpText.Literal(format));
        if (withFormat && node.Base64) parts.Add("Base64 = true");
    }

    private static void AddNumber(SchemaNode node, List<string> parts)
    {
        AddBound("Minimum", node.Minimum, parts);
        AddBound("Maximum", node.Maximum, parts);
        AddBound("ExclusiveMinimum", node.ExclusiveMinimum, parts);
        AddBound("ExclusiveMaximum", node.ExclusiveMaximum, parts);
        AddBound("MultipleOf", node.MultipleOf, parts);
    }

    private static void AddBound(string name, JsonNumber? bound, List<string> parts)
    {
        if (bound is not null) parts.Add($"{name} = {CSharpText.Literal(bound.Text)}");
    }

    private static void AddEnum(SchemaNode node, List<string> parts)
    {
        // Both hold where both are written: what is left is the constant, or nothing.
        IEnumerable<JsonNode>? values = node.Enum;
        if (node.Const is { } constant) values = node.Enum is { } written ? written.Where(value => JsonEquality.Equals(value, constant)) : [constant];
        if (values is not null) parts.Add($"Enum = [{string.Join(", ", values.Select(value => CSharpText.Literal(JsonWriter.Compact(value))))}]");
    }

    private static void AddItems(SchemaNode node, List<string> parts)
    {
        if (node.MinItems is > 0 and var min) parts.Add("MinItems = " + Number(min));
        if (node.MaxItems is { } max) parts.Add("MaxItems = " + Number(max));
        if (node.UniqueItems) parts.Add("UniqueItems = true");
    }

    private static void AddMembers(SchemaNode node, List<string> parts)
    {
        if (node.MinProperties is > 0 and var min) parts.Add("MinProperties = " + Number(min));
        if (node.MaxProperties is { } max) parts.Add("MaxProperties = " + Number(max));
    }

    private static string Types(SchemaTypes types)
    {
        if (types == SchemaTypes.None) return "global::ToolGen.JsonTypes.None";
        var names = new StringBuilder();
        foreach (var (flag, name) in new[] { (SchemaTypes.Null, "Null"), (SchemaTypes.Boolean, "Boolean"), (SchemaTypes.Number, "Number"), (SchemaTypes.String, "String"), (SchemaTypes.Array, "Array"), (SchemaTypes.Object, "Object") })
        {
            if ((types & flag) == 0) continue;
            var word = flag == SchemaTypes.Number && (types & SchemaTypes.Number) == SchemaTypes.Integer ? "Integer" : name;
            names.Append(names.Length == 0 ? "" : " | ").Append("global::ToolGen.JsonTypes.").Append(word);
        }

        return names.ToString();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Join(List<string> parts) => parts.Count == 0 ? "" : $"{New} {{ {string.Join(", ", parts)} }}";
}

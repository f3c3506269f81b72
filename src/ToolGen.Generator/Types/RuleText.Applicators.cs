using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>Rules that hold others.</summary>
internal static partial class RuleText
{
    private static void AddContent(SchemaNode node, List<string> parts, RuleReferences references)
    {
        if (!node.JsonText) return;
        parts.Add("JsonText = true");
        if (node.Base64 && !parts.Contains("Base64 = true")) parts.Add("Base64 = true");
        Add("Content", node.ContentSchema, parts, references);
    }

    private static void AddElements(SchemaNode node, List<string> parts, RuleReferences references)
    {
        Add("PrefixItems", node.PrefixItems, parts, references);
        Add("Items", node.Items, parts, references);
        if (node.Contains is not null)
        {
            Add("Contains", node.Contains, parts, references);
            if (node.MinContains is { } min && min != 1) parts.Add("MinContains = " + Number(min));
            if (node.MaxContains is { } max) parts.Add("MaxContains = " + Number(max));
        }

        Add("UnevaluatedItems", node.UnevaluatedItems, parts, references);
    }

    private static void AddNamed(SchemaNode node, List<string> parts, RuleReferences references)
    {
        Add("Properties", node.Properties.Select(property => (property.Name, property.Schema)), parts, references);
        var patterns = node.PatternProperties.Select(one => $"({references.Pattern(one.Matcher)}, {OfAll(one.Schema, references)})").ToList();
        if (patterns.Count > 0) parts.Add($"PatternProperties = [{string.Join(", ", patterns)}]");
        if (node.Required.Count > 0) parts.Add($"Required = [{Literals(node.Required)}]");
        if (node.DependentRequired.Count > 0) parts.Add($"DependentRequired = [{string.Join(", ", node.DependentRequired.Select(one => $"({CSharpText.Literal(one.Name)}, [{Literals(one.Required)}])"))}]");
        Add("PropertyNames", node.PropertyNames, parts, references);
        Add("AdditionalProperties", node.AdditionalProperties, parts, references);
        Add("UnevaluatedProperties", node.UnevaluatedProperties, parts, references);
    }

    private static void AddInPlace(SchemaNode node, List<string> parts, RuleReferences references)
    {
        if (node.Reference is { } key) parts.Add($"Reference = static () => {references.Rule(key)}");
        if (node.DynamicReference is { } dynamic)
        {
            parts.Add($"DynamicReference = static () => {references.Rule(dynamic.Target)}");
            if (dynamic.Anchor is { } anchor) parts.Add("DynamicAnchor = " + CSharpText.Literal(anchor));
        }

        if (node.Resource is { DynamicAnchors.Count: > 0 } resource) parts.Add("Scope = " + references.Scope(resource));
        Add("AllOf", node.AllOf, parts, references);
        Add("AnyOf", node.AnyOf, parts, references);
        Add("OneOf", node.OneOf, parts, references);
        Add("Not", node.Not, parts, references);
        if (node.If is not null)
        {
            Add("If", node.If, parts, references);
            Add("Then", node.Then, parts, references);
            Add("Else", node.Else, parts, references);
        }

        Add("DependentSchemas", node.DependentSchemas.Select(one => (one.Name, one.Schema)), parts, references);
    }

    private static void Add(string name, SchemaNode? node, List<string> parts, RuleReferences references)
    {
        if (node is not null) parts.Add($"{name} = {OfAll(node, references)}");
    }

    private static void Add(string name, IReadOnlyList<SchemaNode> nodes, List<string> parts, RuleReferences references)
    {
        if (nodes.Count > 0) parts.Add($"{name} = [{string.Join(", ", nodes.Select(node => OfAll(node, references)))}]");
    }

    private static void Add(string name, IEnumerable<(string Name, SchemaNode Schema)> named, List<string> parts, RuleReferences references)
    {
        var rules = named.Select(one => $"({CSharpText.Literal(one.Name)}, {OfAll(one.Schema, references)})").ToList();
        if (rules.Count > 0) parts.Add($"{name} = [{string.Join(", ", rules)}]");
    }

    private static string Literals(IEnumerable<string> names) => string.Join(", ", names.Select(CSharpText.Literal));
}

/// <summary>The fields that rules name: of the rules that references lead to, of resources with dynamic anchors, of patterns.</summary>
internal sealed record RuleReferences(Func<string, string> Rule, Func<SchemaResource, string> Scope, Func<TextPattern, string> Pattern);

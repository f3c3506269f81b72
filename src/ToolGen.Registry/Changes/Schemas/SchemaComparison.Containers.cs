using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <content>Arrays and objects.</content>
internal sealed partial class SchemaComparison
{
    private static readonly StringComparer Exact = StringComparer.Ordinal;

    private void CompareArrays(SchemaNode before, SchemaNode after)
    {
        this.CompareCount(before.MinItems ?? 0, after.MinItems ?? 0, 1, after.Pointer + "/minItems", "elements at least");
        this.CompareCount(before.MaxItems, after.MaxItems, -1, after.Pointer + "/maxItems", "elements at most");
        this.CompareFlag(before.UniqueItems, after.UniqueItems, after.Pointer + "/uniqueItems", "no two elements may be equal");
        for (var i = 0; i < Math.Max(before.PrefixItems.Count, after.PrefixItems.Count); i++)
            this.CompareOptional(ElementAt(before, i), ElementAt(after, i), after, FormattableString.Invariant($"prefixItems/{i}"));
        this.CompareOptional(before.Items, after.Items, after, "items");
        this.CompareContains(before, after);
    }

    private static SchemaNode? ElementAt(SchemaNode array, int index) => index < array.PrefixItems.Count ? array.PrefixItems[index] : array.Items;

    private void CompareContains(SchemaNode before, SchemaNode after)
    {
        if (before.Contains is null || after.Contains is null)
        {
            this.CompareOptional(before.Contains, after.Contains, after, "contains");
            return;
        }

        // How many at most: then an element that fits now and did not before can be one too many.
        if (before.MaxContains is null && after.MaxContains is null) this.Compare(before.Contains, after.Contains);
        else if (!this.same.Of(before.Contains, after.Contains)) this.Add(SchemaTurn.Other, after.Pointer + "/contains", "what a list may hold so often is another thing");
        this.CompareCount(before.MinContains ?? 1, after.MinContains ?? 1, 1, after.Pointer + "/minContains", "such elements at least");
        this.CompareCount(before.MaxContains, after.MaxContains, -1, after.Pointer + "/maxContains", "such elements at most");
    }

    private void CompareObjects(SchemaNode before, SchemaNode after)
    {
        this.CompareCount(before.MinProperties ?? 0, after.MinProperties ?? 0, 1, after.Pointer + "/minProperties", "members at least");
        this.CompareCount(before.MaxProperties, after.MaxProperties, -1, after.Pointer + "/maxProperties", "members at most");
        this.CompareOptional(before.PropertyNames, after.PropertyNames, after, "propertyNames");
        this.CompareRequired(before.Required, after.Required, after.Pointer + "/required", "must be given", "need not be given");
        this.CompareDependencies(before, after);
        this.CompareProperties(before, after);
        this.ComparePatterns(before, after);

        // For every name that neither names.
        this.CompareOptional(before.AdditionalProperties, after.AdditionalProperties, after, "additionalProperties");
    }

    private void CompareRequired(IReadOnlyList<string> before, IReadOnlyList<string> after, string pointer, string must, string need)
    {
        foreach (var name in after.Except(before, Exact)) this.Add(SchemaTurn.Narrower, pointer, $"{name} {must}");
        foreach (var name in before.Except(after, Exact)) this.Add(SchemaTurn.Wider, pointer, $"{name} {need}");
    }

    private void CompareDependencies(SchemaNode before, SchemaNode after)
    {
        foreach (var name in before.DependentRequired.Concat(after.DependentRequired).Select(one => one.Name).Distinct(Exact))
        {
            this.CompareRequired(
                before.DependentRequired.FirstOrDefault(one => one.Name == name)?.Required ?? [],
                after.DependentRequired.FirstOrDefault(one => one.Name == name)?.Required ?? [],
                after.Pointer + "/dependentRequired",
                $"must be given beside {name}",
                $"need not be given beside {name}");
        }

        foreach (var name in before.DependentSchemas.Concat(after.DependentSchemas).Select(one => one.Name).Distinct(Exact))
            this.CompareOptional(Named(before.DependentSchemas, name), Named(after.DependentSchemas, name), after, "dependentSchemas/" + Step(name));
    }

    private void CompareProperties(SchemaNode before, SchemaNode after)
    {
        var (was, @is) = (ByName(before), ByName(after));
        foreach (var (name, property) in @is)
        {
            if (was.TryGetValue(name, out var old)) this.Compare(old, property);
            else this.CompareAdded(before, after, name, property);
        }

        foreach (var (name, property) in was.Where(one => !@is.ContainsKey(one.Key)))
            this.Add(SchemaTurn.Removed, property.Pointer, $"{name} is gone");
    }

    // What could stand under the name before has to fit now.
    private void CompareAdded(SchemaNode before, SchemaNode after, string name, SchemaNode property)
    {
        if (before.PatternProperties.Count > 0 || after.PatternProperties.Count > 0) this.Add(SchemaTurn.Other, property.Pointer, $"{name} is new, where patterns of names say something of it too");
        else if (before.AdditionalProperties is null && !SchemaShape.IsFree(property)) this.Add(SchemaTurn.Other, property.Pointer, $"{name} is new, and could be anything before");
        else this.Add(SchemaTurn.Added, property.Pointer, $"{name} is new");
        if (before.AdditionalProperties is { } other && !SchemaShape.IsNothing(other)) this.Compare(other, property);
    }

    private void ComparePatterns(SchemaNode before, SchemaNode after)
    {
        foreach (var pattern in after.PatternProperties)
        {
            if (before.PatternProperties.FirstOrDefault(one => one.Pattern == pattern.Pattern) is { } old) this.Compare(old.Schema, pattern.Schema);
            else this.Add(SchemaTurn.Other, $"{after.Pointer}/patternProperties/{Step(pattern.Pattern)}", $"names that match {pattern.Pattern} are told of, and were not");
        }

        foreach (var pattern in before.PatternProperties.Where(one => after.PatternProperties.All(other => other.Pattern != one.Pattern)))
            this.Add(SchemaTurn.Other, $"{before.Pointer}/patternProperties/{Step(pattern.Pattern)}", $"names that match {pattern.Pattern} are no longer told of");
    }

    private static Dictionary<string, SchemaNode> ByName(SchemaNode node) => node.Properties.ToDictionary(property => property.Name, property => property.Schema, Exact);

    private static SchemaNode? Named(IReadOnlyList<SchemaProperty> all, string name) => all.FirstOrDefault(one => one.Name == name)?.Schema;

    private static string Step(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

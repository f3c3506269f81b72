using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content><c>$ref</c>: to <c>#</c> and JSON Pointers behind it, resolved when all places are known.</content>
public sealed partial class SchemaReader
{
    private readonly List<(string Target, JsonString Node)> references = [];

    private string? ReadReference(JsonObject schema)
    {
        var reference = this.Text(schema, "$ref");
        if (reference is null) return null;
        if (!reference.Value.StartsWith("#", StringComparison.Ordinal) || JsonPath.FromFragment(reference.Value.Substring(1)) is not { } target)
        {
            var near = reference.Value.StartsWith("#/", StringComparison.Ordinal) ? null : this.RootDefinition(reference.Value);
            var fix = near is null ? null : new FindingFix($"Write {Excerpt.Quote(near)}", new(new TextEdit(reference.Span, Excerpt.Quote(near))));
            this.sink.Add(FindingCatalog.ReferenceOutside, reference.Span, fix, Excerpt.Of(reference));
            return null;
        }

        // A closed object cannot know which members the other one names.
        if (this.use is SchemaUse.Input or SchemaUse.Output && (schema.Member("properties") ?? schema.Member("additionalProperties")) is { } beside)
            this.sink.Add(FindingCatalog.ReferenceBesideProperties, beside.NameSpan, Excerpt.Quote(beside.Name));
        this.references.Add((target, reference));
        return target;
    }

    // "address" and "Address.json" for #/$defs/address.
    private string? RootDefinition(string word) =>
        this.definitions.FirstOrDefault(place => place == JsonPath.Append("/$defs", word)) is { } found ? "#" + found : null;

    private SchemaPlan? Link(SchemaNode root)
    {
        var resolved = true;
        var targets = new Dictionary<string, SchemaNode>();
        foreach (var place in this.definitions) targets[place] = this.places[place];
        foreach (var (target, node) in this.references)
        {
            if (this.places.TryGetValue(target, out var schema))
            {
                targets[target] = schema;
                continue;
            }

            resolved = false;
            var near = NearMiss.Of(target, this.definitions);
            var fix = near is not null && TypeFix.IsSameWord(near, target)
                ? new FindingFix($"Write {Excerpt.Quote("#" + near)}", new(new TextEdit(node.Span, Excerpt.Quote("#" + near))))
                : null;
            var remedy = near is not null ? $"Did you mean {Excerpt.Quote("#" + near)}?" : $"Add \"$defs\" to the root of the schema: {{ \"$defs\": {{ \"name\": {{ … }} }} }}.";
            this.sink.Add(FindingCatalog.ReferenceToNothing, node.Span, fix, Excerpt.Of(node), remedy);
        }

        if (!resolved) return null;
        var ended = new HashSet<string>();
        foreach (var (target, node) in this.references)
            if (!Ends(target, targets, ended)) return this.RefuseCycle(node);
        return new(root, targets);
    }

    // With these keywords only $ref stays at the same value, so a chain that comes back never decides anything. Each place is walked once.
    private static bool Ends(string start, Dictionary<string, SchemaNode> targets, HashSet<string> ended)
    {
        var chain = new HashSet<string>();
        for (var target = start; target is not null && !ended.Contains(target); target = targets[target].Reference)
            if (!chain.Add(target)) return false;
        ended.UnionWith(chain);
        return true;
    }

    private SchemaPlan? RefuseCycle(JsonString node)
    {
        this.sink.Add(FindingCatalog.ReferenceCycle, node.Span, Excerpt.Of(node));
        return null;
    }
}

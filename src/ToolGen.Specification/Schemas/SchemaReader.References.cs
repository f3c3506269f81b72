using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content><c>$ref</c> and <c>$dynamicRef</c>: resolved when all places are known. Documents are read when something refers to them.</content>
public sealed partial class SchemaReader
{
    private readonly List<SchemaReference> references = [];

    private string? ReadReference(JsonObject schema) => this.Text(schema, "$ref") is { } written ? this.Note(written).Key : null;

    private SchemaDynamicReference? ReadDynamicReference(JsonObject schema)
    {
        if (this.Text(schema, "$dynamicRef") is not { } written) return null;
        var reference = this.Note(written);
        return new(reference.Key, reference.Fragment is { Length: > 0 } name && name[0] != '/' ? name : null);
    }

    private SchemaReference Note(JsonString written)
    {
        var (document, fragment) = UriReference.Split(written.Value);
        var uri = UriReference.Resolve(this.resource.Uri, document);
        var isHere = !this.isForeign && this.resources[""].Resource == this.resource && uri == this.resource.Uri && (fragment is null or "" || fragment[0] == '/');
        var key = isHere ? JsonPath.FromFragment(fragment ?? "") ?? "#" + fragment : $"{uri}#{fragment}";
        var reference = new SchemaReference(key, uri, fragment, written, this.isForeign);
        this.references.Add(reference);
        return reference;
    }

    private SchemaPlan? Link(SchemaNode root)
    {
        var targets = new Dictionary<string, SchemaNode>();
        var places = new HashSet<string>(this.definitions);
        foreach (var node in this.own.Where(node => places.Contains(node.Pointer))) targets[node.Pointer] = node;
        var isWhole = true;

        // Documents bring further references.
        for (var i = 0; i < this.references.Count; i++)
        {
            var reference = this.references[i];
            if (this.Find(reference) is { } target) targets[reference.Key] = target;
            else isWhole = this.Refuse(reference);
        }

        if (!isWhole) return null;
        foreach (var node in this.read.Values)
            if (node.DynamicReference is { Anchor: { } anchor } dynamic && targets[dynamic.Target].DynamicAnchor != anchor) node.DynamicReference = dynamic with { Anchor = null };
        var plan = new SchemaPlan(root, targets);
        if (SchemaCycles.Find(plan, this.read.Values) is not { } circle) return plan;
        var at = (circle.Node as JsonObject)?.Member("$ref")?.Value ?? circle.Node;
        this.sink.Add(FindingCatalog.ReferenceCycle, at.Span, Excerpt.Of(at));
        return null;
    }

    private SchemaNode? Find(SchemaReference reference)
    {
        if (!this.resources.TryGetValue(reference.Document, out var found))
        {
            if (this.options.Documents.Find(reference.Document) is not { } document) return null;
            if (!this.ReadForeign(reference.Document, document)) return null;
            found = this.resources[reference.Document];
        }

        if (reference.Fragment is null or "") return this.read.TryGetValue(found.Root, out var whole) ? whole : null;
        if (reference.Fragment[0] != '/') return this.anchors.TryGetValue(found.Resource.Uri + "#" + reference.Fragment, out var anchored) ? anchored : null;
        return JsonPath.FromFragment(reference.Fragment) is { } pointer && JsonPath.Find(found.Root, pointer) is { } node ? this.At(node, found.Resource, reference.Key) : null;
    }

    private SchemaNode? At(JsonNode node, SchemaResource inside, string pointer)
    {
        if (this.read.TryGetValue(node, out var known)) return known;
        if (this.options.RefusesUnknown || node is not (JsonObject or JsonBoolean)) return null;

        // A place that no keyword makes a schema; JSON Schema leaves open what such a reference means.
        this.resource = inside;
        return this.ReadSchema(node, pointer);
    }

    private bool Refuse(SchemaReference reference)
    {
        var node = reference.Node;
        if (reference.IsForeign)
        {
            this.sink.Add(FindingCatalog.ReferenceOutside, default, Excerpt.Of(node));
        }
        else if (!this.resources.ContainsKey(reference.Document))
        {
            var near = this.definitions.FirstOrDefault(place => place == JsonPath.Append("/$defs", node.Value));
            var fix = near is null ? null : Write(node, near);
            this.sink.Add(FindingCatalog.ReferenceOutside, node.Span, fix, Excerpt.Of(node));
        }
        else
        {
            var near = NearMiss.Of(reference.Fragment ?? "", this.definitions);
            var fix = near is not null && TypeFix.IsSameWord(near, reference.Fragment!) ? Write(node, near) : null;
            var remedy = near is not null ? $"Did you mean {Excerpt.Quote("#" + near)}?" : $"Add \"$defs\" to the root of the schema: {{ \"$defs\": {{ \"name\": {{ … }} }} }}.";
            this.sink.Add(FindingCatalog.ReferenceToNothing, node.Span, fix, Excerpt.Of(node), remedy);
        }

        return false;
    }

    private static FindingFix Write(JsonString node, string place) => new($"Write {Excerpt.Quote("#" + place)}", new(new TextEdit(node.Span, Excerpt.Quote("#" + place))));

    /// <param name="Key">In <see cref="SchemaPlan.Definitions"/>.</param>
    /// <param name="Document">An absolute URI, or what is written where nothing is absolute.</param>
    /// <param name="Fragment">Without <c>#</c>.</param>
    /// <param name="Node">As written.</param>
    /// <param name="IsForeign">Whether it stands in another document.</param>
    private sealed record SchemaReference(string Key, string Document, string? Fragment, JsonString Node, bool IsForeign);
}

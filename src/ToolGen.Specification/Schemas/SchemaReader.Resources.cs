using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>Documents and the resources in them (<c>$id</c>), their anchors, and which vocabularies they use.</content>
public sealed partial class SchemaReader
{
    private readonly Dictionary<JsonNode, SchemaNode> read = [];
    private readonly Dictionary<string, (JsonNode Root, SchemaResource Resource)> resources = [];
    private readonly Dictionary<string, SchemaNode> anchors = [];
    private SchemaResource resource = new("");
    private SchemaVocabularies vocabularies = SchemaVocabularies.All;
    private bool isForeign;

    /// <param name="uri">Where references find it; empty for the file itself.</param>
    /// <param name="document">The schema.</param>
    /// <param name="pointer">What stands in front of pointers into it.</param>
    private SchemaNode ReadDocument(string uri, JsonNode document, string pointer)
    {
        this.resource = new(uri);
        this.vocabularies = SchemaVocabularies.All;
        this.resources[uri] = (document, this.resource);
        return this.ReadSchema(document, pointer);
    }

    private SchemaNode ReadMembers(JsonObject schema, string pointer)
    {
        var (outer, outerVocabularies) = (this.resource, this.vocabularies);
        if (schema.Member("$id") is not null) this.Enter(schema);
        if (schema["$schema"] is JsonString dialect) this.vocabularies = SchemaVocabularies.Of(dialect.Value.TrimEnd('#'), this.options.Documents) ?? this.vocabularies;
        var node = this.ReadKeywords(this.vocabularies.Filter(schema), schema, pointer);
        this.Anchor(schema, "$anchor", node);
        this.Anchor(schema, "$dynamicAnchor", node);
        (this.resource, this.vocabularies) = (outer, outerVocabularies);
        return node;
    }

    private void Enter(JsonObject schema)
    {
        if (this.Text(schema, "$id") is not { } id) return;
        var (document, fragment) = UriReference.Split(id.Value);
        if (fragment is { Length: > 0 })
        {
            this.WrongValue(id, "$id", "a URI without fragment (a name inside the document is an \"$anchor\")");
            return;
        }

        var uri = UriReference.Resolve(this.resource.Uri, document);

        // A document that is found where its "$id" says.
        if (this.resources.TryGetValue(uri, out var known) && ReferenceEquals(known.Root, schema)) return;
        var outer = this.resource.Uri;
        this.resource = new(uri);
        if (this.resources.ContainsKey(uri)) this.sink.Add(FindingCatalog.RepeatedAnchor, id.Span, Excerpt.Of(id));
        else this.resources.Add(uri, (schema, this.resource));

        // A document is one resource under both URIs: the one where it was found, and its own.
        if (ReferenceEquals(this.resources[outer].Root, schema)) this.resources[outer] = (schema, this.resource);
    }

    private void Anchor(JsonObject schema, string keyword, SchemaNode node)
    {
        if (schema[keyword] is not { } value || this.Text(schema, keyword) is not { } anchor) return;
        if (!IsAnchor(anchor.Value))
        {
            this.WrongValue(value, keyword, "a name of letters, digits, \"-\", \"_\" and \".\", a letter or \"_\" first");
            return;
        }

        var key = this.resource.Uri + "#" + anchor.Value;
        if (this.anchors.TryGetValue(key, out var other) && !ReferenceEquals(other, node)) this.sink.Add(FindingCatalog.RepeatedAnchor, value.Span, Excerpt.Of(value));
        else this.anchors[key] = node;
        if (keyword == "$dynamicAnchor") this.resource.Dynamic[anchor.Value] = node;
    }

    private static bool IsAnchor(string name) =>
        name.Length > 0 && (name[0] is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) && name.All(c => c is '_' or '-' or '.' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));

    // Findings about a foreign document have no place in this file: its reference tells.
    private bool ReadForeign(string uri, JsonNode document)
    {
        var (mine, outer, outerVocabularies, wasForeign) = (this.sink, this.resource, this.vocabularies, this.isForeign);
        this.sink = new(new(uri, ""));
        this.isForeign = true;
        this.ReadDocument(uri, document, uri + "#");
        var isWhole = this.sink.Errors == 0;
        (this.sink, this.resource, this.vocabularies, this.isForeign) = (mine, outer, outerVocabularies, wasForeign);
        return isWhole;
    }
}

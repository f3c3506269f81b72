using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>
/// Schemas of what a tool takes, as JSON Schema 2020-12: every check that a spec can make. A schema that holds itself stands in
/// <c>$defs</c>. A default is told, not sent: it is the service's.
/// </summary>
/// <param name="scope">What the schemas of the operation share.</param>
/// <param name="recursive">The schemas of the document that hold themselves, as far as they are known; more are added.</param>
/// <param name="typesOnly">Whether checks beside types are left to the service.</param>
internal sealed class InputSchemas(SchemaScope scope, HashSet<JsonNode> recursive, bool typesOnly)
{
    /// <summary>Objects and lists inside each other; what lies deeper is any JSON.</summary>
    private const int Deepest = 8;

    private readonly Dictionary<JsonNode, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly List<JsonMember> definitions = [];
    private readonly ScalarKeywords scalars = new(scope, typesOnly);

    /// <summary><c>$defs</c>: what references lead to.</summary>
    public IReadOnlyList<JsonMember> Definitions => this.definitions;

    /// <summary>Whether a schema that holds itself was met that was not known: what was made so far is to be made again.</summary>
    public bool HasNewRecursion { get; private set; }

    /// <summary>A schema.</summary>
    /// <param name="schema">In the document.</param>
    /// <param name="description">Of its owner, where that is the better one.</param>
    /// <param name="isInBody">Whether null can be sent.</param>
    public JsonObject Of(At schema, string? description, bool isInBody) => this.Of(schema, description, isInBody, 0);

    private JsonObject Of(At schema, string? description, bool isInBody, int depth)
    {
        if (!schema.IsObject) return Described(JsonMake.Object(), Prose.Plain(description));
        if (depth > Deepest || !scope.Takes()) return this.Shortened(schema, depth > Deepest ? $"it lies deeper than {Deepest}" : "there is too much of it");
        var parts = SchemaParts.Of(scope.Document, schema, scope.Around);
        if (parts.Visited.FirstOrDefault(recursive.Contains) is { } known && !scope.Around.Contains(known)) return this.Referred(parts, schema, known, isInBody);
        var entered = parts.Visited.Where(scope.Enter).ToList();
        try
        {
            if (parts.Visited.FirstOrDefault(node => !entered.Contains(node)) is not { } circle) return this.Write(parts, description, isInBody, depth);
            this.HasNewRecursion |= recursive.Add(circle);
            return this.names.TryGetValue(circle, out var name) ? Reference(name) : JsonMake.Object();
        }
        finally
        {
            foreach (var node in entered) scope.Leave(node);
        }
    }

    // A schema that holds itself is written once, and referred to from inside and outside.
    private JsonObject Referred(SchemaParts parts, At schema, JsonNode node, bool isInBody)
    {
        if (this.names.TryGetValue(node, out var known)) return Reference(known);
        var name = SpecNames.Mend((parts.Reference ?? "part").Split('/')[^1]);
        while (this.names.ContainsValue(name)) name += "_";
        this.names[node] = name;
        var entered = parts.Visited.Where(scope.Enter).ToList();
        this.definitions.Add(JsonMake.Member(name, this.Write(parts, null, isInBody, 1)));
        foreach (var one in entered) scope.Leave(one);
        return Reference(name);
    }

    private JsonObject Write(SchemaParts parts, string? description, bool isInBody, int depth)
    {
        var types = SchemaTypes.Of(parts, scope.Dirt, scope.Findings);
        var choices = parts.Alternatives.SelectMany(list => list).ToList();
        var isNullable = isInBody && (types.IsNullable || choices.Any(this.IsNull));
        choices = [.. choices.Where(choice => !this.IsNull(choice))];
        var text = Prose.Plain(description ?? parts["description"].Text ?? parts["title"].Text);
        if (choices.Count > 0 && !parts.Properties.Any()) return this.Choice(choices, text, isNullable, isInBody, depth);
        var members = new List<JsonMember>();
        if (types.Words.Count > 0) members.Add(JsonMake.Member("type", types.Words.Count == 1 && !isNullable ? JsonMake.Text(types.Words[0]) : JsonMake.Texts(isNullable ? types.Words.Append("null") : types.Words)));
        if (types.Only == "object") this.Object(parts, choices, members, isInBody, depth);
        else if (types.Only == "array") this.Array(parts, members, isInBody, depth);
        else text = this.scalars.Add(parts, types with { IsNullable = isNullable }, members, text);
        return Described(JsonMake.Object(members), Prose.Short(text, depth <= 1 ? Prose.OfParameter : Prose.OfParameter / 2));
    }

    private JsonObject Choice(List<At> choices, string text, bool isNullable, bool isInBody, int depth)
    {
        if (choices.Count == 1 && !isNullable) return this.Of(choices[0], text.Length > 0 ? text : null, isInBody, depth);
        var cases = choices.Select(choice => (JsonNode)this.Of(choice, null, isInBody, depth + 1)).DistinctBy(JsonWriter.Compact).ToList();
        if (cases.Any(one => one is JsonObject { Members.Count: 0 })) return Described(JsonMake.Object(), text);
        if (isNullable) cases.Add(JsonMake.Object("type", JsonMake.Text("null")));

        // Real cases overlap more often than their authors think: one that fits is enough.
        return Described(cases is [JsonObject only] ? only : JsonMake.Object("anyOf", JsonMake.Array(cases)), Prose.Short(text, Prose.OfParameter));
    }

    private void Object(SchemaParts parts, List<At> choices, List<JsonMember> members, bool isInBody, int depth)
    {
        var properties = new List<JsonMember>();
        var required = new List<string>();
        var cases = choices.Select(choice => SchemaParts.Of(scope.Document, choice, scope.Around)).ToList();
        foreach (var (name, schema) in parts.Properties.Concat(cases.SelectMany(one => one.Properties)).DistinctBy(property => property.Name))
        {
            var resolved = schema.IsObject ? scope.Document.Resolve(schema) : schema;
            if (resolved.IsObject && scope.Dirt.Flag(resolved, "readOnly") == true) continue;
            properties.Add(JsonMake.Member(name, this.Of(schema, null, isInBody, depth + 1)));

            // Draft 3 says it at the property.
            if (parts.Required.Contains(name) || (resolved.IsObject && resolved["required"].Node is JsonBoolean or JsonString && scope.Dirt.Flag(resolved, "required") == true)) required.Add(name);
        }

        // What must be there and is not described is any JSON.
        var described = parts.Properties.Select(property => property.Name).Concat(properties.Select(property => property.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in parts.Required.Where(name => !described.Contains(name)))
        {
            properties.Add(JsonMake.Member(name, JsonMake.Object()));
            required.Add(name);
        }

        if (cases.Count > 0) scope.Findings.Add(FindingCatalog.KeywordDropped, choices[0], "oneOf", "what its cases have is optional beside the other properties");
        var rest = parts["additionalProperties"];
        if (properties.Count > 0) members.Add(JsonMake.Member("properties", JsonMake.Object(properties)));
        if (required.Count > 0) members.Add(JsonMake.Member("required", JsonMake.Texts(required)));
        if (rest.IsObject) members.Add(JsonMake.Member("additionalProperties", this.Of(rest, null, isInBody, depth + 1)));
        else if (rest.Node is JsonBoolean { Value: true } || (properties.Count == 0 && rest.Node is not JsonBoolean)) members.Add(JsonMake.Member("additionalProperties", JsonMake.True));
        if (parts["patternProperties"].IsObject && !rest.IsThere)
        {
            scope.Findings.Add(FindingCatalog.KeywordDropped, parts["patternProperties"], "patternProperties", "any further member is taken");
            members.RemoveAll(member => member.Name == "additionalProperties");
            members.Add(JsonMake.Member("additionalProperties", JsonMake.True));
        }

        this.scalars.Counts(parts, members, "minProperties", "maxProperties");
    }

    private void Array(SchemaParts parts, List<JsonMember> members, bool isInBody, int depth)
    {
        var items = parts["items"].Node is JsonArray ? parts["items"].Items.FirstOrDefault() : parts["items"];
        members.Add(JsonMake.Member("items", this.Of(items, null, isInBody, depth + 1)));
        this.scalars.Counts(parts, members, "minItems", "maxItems");
        if (!typesOnly && parts["uniqueItems"].Node is JsonBoolean { Value: true }) members.Add(JsonMake.Member("uniqueItems", JsonMake.True));
    }

    private bool IsNull(At choice) => scope.Document.Resolve(choice) is { IsObject: true } schema && (schema["type"].Text == "null" || schema["enum"].Node is JsonArray { Items: [JsonNull] });

    private JsonObject Shortened(At schema, string why)
    {
        scope.Findings.Add(FindingCatalog.SchemaShortened, schema, "a part of the input", why);
        return JsonMake.Object();
    }

    private static JsonObject Reference(string name) => JsonMake.Object("$ref", JsonMake.Text("#/$defs/" + name));

    private static JsonObject Described(JsonObject schema, string text)
    {
        if (text.Length == 0 || schema.Member("$ref") is not null) return schema;
        return JsonMake.Object(schema.Members.Where(member => member.Name != "description").Append(JsonMake.Member("description", JsonMake.Text(text))));
    }
}

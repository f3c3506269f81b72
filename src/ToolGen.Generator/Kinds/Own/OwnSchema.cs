using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Kinds.Own;

/// <summary>The schema of an own kind's fields, read once.</summary>
internal sealed class OwnSchema
{
    private static readonly ConcurrentDictionary<string, OwnSchema> Read = new(StringComparer.Ordinal);

    private readonly JsonObject? root;

    private OwnSchema(string text)
    {
        var document = JsonReader.Read(new SourceText("schema", text));
        var sink = new FindingSink(document.Source);
        this.root = document.Root as JsonObject;
        this.Plan = this.root is null ? null : SchemaReader.Read(this.root, sink, SchemaUse.Plain);
        var error = document.Findings.Concat(sink.ToArray()).FirstOrDefault(finding => finding.Severity == FindingSeverity.Error);
        this.Problem = error is not null ? $"({error.Place.Start.Line + 1},{error.Place.Start.Column + 1}): {error.Message}" : this.Plan is null ? ": is no JSON object" : null;
    }

    /// <summary>Null where it cannot be read.</summary>
    public SchemaPlan? Plan { get; }

    /// <summary>Why not, with its place in front; null: it can.</summary>
    public string? Problem { get; }

    /// <summary>The fields by name.</summary>
    public IEnumerable<string> Fields => (this.root?["properties"] as JsonObject)?.Members.Select(member => member.Name) ?? [];

    /// <summary>The names that the template declares and the spec's C# and holes can use: <c>x-gives</c>.</summary>
    public string[] Gives => Texts(this.root?["x-gives"]);

    /// <summary>What the kind does, with fields in braces: <c>x-capabilities</c>.</summary>
    public string[] Capabilities => Texts(this.root?["x-capabilities"]);

    /// <summary>The schema that a text says; from a cache, since every spec of the kind asks.</summary>
    public static OwnSchema Of(string text)
    {
        // Edits in an IDE bring ever new texts.
        if (Read.Count > 64) Read.Clear();
        return Read.GetOrAdd(text, static text => new(text));
    }

    /// <summary>What a field is: <c>x-toolgen</c>; empty where it is a constant.</summary>
    public string RoleOf(string field) => ((this.root?["properties"] as JsonObject)?[field] as JsonObject)?["x-toolgen"] is JsonString role ? role.Value : "";

    private static string[] Texts(JsonNode? node) => node is JsonArray array ? array.Items.OfType<JsonString>().Select(item => item.Value).ToArray() : [];
}

using System;
using System.Collections.Generic;
using System.IO;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Schema documents by their URIs. Nothing is ever fetched: a reference to a document that is not here is a finding.</summary>
public sealed class SchemaDocuments
{
    private const string Base = "https://json-schema.org/draft/2020-12/";
    private static readonly string[] Vocabularies = ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content"];
    private static readonly Lazy<Dictionary<string, JsonNode>> Carried = new(ReadCarried);

    private readonly IReadOnlyDictionary<string, JsonNode> documents;

    private SchemaDocuments(IReadOnlyDictionary<string, JsonNode> documents) => this.documents = documents;

    /// <summary>The meta-schema of draft 2020-12 and its vocabularies; every other set has them too.</summary>
    public static SchemaDocuments Dialect { get; } = new(new Dictionary<string, JsonNode>());

    /// <summary>The URI of the dialect that is read.</summary>
    internal const string DialectUri = Base + "schema";

    /// <summary>A set of documents.</summary>
    /// <param name="documents">By absolute URI without fragment, as references resolve to.</param>
    public static SchemaDocuments Of(IReadOnlyDictionary<string, JsonNode> documents) => new(documents);

    /// <summary>Null where there is none.</summary>
    internal JsonNode? Find(string uri) =>
        this.documents.TryGetValue(uri, out var document) || (uri.StartsWith(Base, StringComparison.Ordinal) && Carried.Value.TryGetValue(uri, out document)) ? document : null;

    private static Dictionary<string, JsonNode> ReadCarried()
    {
        var carried = new Dictionary<string, JsonNode> { [DialectUri] = Embedded("schema") };
        foreach (var name in Vocabularies) carried.Add(Base + "meta/" + name, Embedded(name));
        return carried;
    }

    private static JsonNode Embedded(string name)
    {
        var path = $"Schemas.Dialect.{name}.json";
        using var stream = typeof(SchemaDocuments).Assembly.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"{path} is not embedded");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return JsonReader.Read(path, bytes.ToArray()).Root ?? throw new InvalidOperationException($"{path} is no JSON");
    }
}

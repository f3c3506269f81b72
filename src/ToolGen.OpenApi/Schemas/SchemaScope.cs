using System.Collections.Generic;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>What the schemas of one operation share: how many there are so far, and which stand around the one at hand.</summary>
/// <param name="document">The document.</param>
/// <param name="dirt">Mends values.</param>
/// <param name="findings">Takes what was mended.</param>
/// <param name="mostSchemas">Schemas that are said in full; those behind are any JSON.</param>
internal sealed class SchemaScope(DocumentSet document, Dirt dirt, ImportFindings findings, int mostSchemas)
{
    private readonly HashSet<JsonNode> around = new(ReferenceEqualityComparer.Instance);
    private int schemas;

    public DocumentSet Document => document;

    public Dirt Dirt => dirt;

    public ImportFindings Findings => findings;

    public IReadOnlySet<JsonNode> Around => this.around;

    /// <summary>Whether one more schema may be said in full.</summary>
    public bool Takes() => ++this.schemas <= mostSchemas;

    public bool Enter(JsonNode node) => this.around.Add(node);

    public void Leave(JsonNode node) => this.around.Remove(node);
}

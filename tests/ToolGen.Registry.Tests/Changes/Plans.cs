using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Tests.Changes;

/// <summary>Schemas of texts.</summary>
internal static class Plans
{
    /// <summary>Null where it is none.</summary>
    public static SchemaPlan? Of(string schema, SchemaUse use = SchemaUse.Input)
    {
        var document = JsonReader.Read(new SourceText("schema", schema));
        return document.Root is { } root ? SchemaReader.Read(root, new FindingSink(document.Source), use) : null;
    }
}

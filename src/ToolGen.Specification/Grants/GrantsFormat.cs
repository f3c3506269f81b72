using System.IO;
using System.Reflection;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Grants;

/// <summary>The format of <c>toolgen.json</c>: what its findings are, and its JSON Schema, from one table.</summary>
public static class GrantsFormat
{
    /// <summary>The address that grants files name in <c>$schema</c>.</summary>
    public const string SchemaId = "https://toolgen.example/toolgen.schema.json";

    /// <summary>The schema as it ships: JSON Schema 2020-12, indented, LF.</summary>
    public static string SchemaText
    {
        get
        {
            using var stream = typeof(GrantsFormat).GetTypeInfo().Assembly.GetManifestResourceStream("toolgen.schema.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Adds a finding for everything that is wrong in a grants file, but for what only a look at the machine tells.</summary>
    /// <param name="root">The file's value; null: it holds none.</param>
    /// <param name="sink">Takes the findings.</param>
    public static void Check(JsonNode? root, FindingSink sink)
    {
        if (root is not JsonObject grants)
        {
            sink.Add(FindingCatalog.NotGrants, root?.Span ?? new(0, 0), root is null ? "an empty file" : Shape.Describe(root));
            return;
        }

        GrantShapes.Grants.Check(grants, sink, "grants");
        GrantReview.Check(grants, sink);
    }

    /// <summary>Prints the schema from the table that <see cref="Check"/> checks with.</summary>
    public static string PrintSchema() => JsonWriter.Indented(SchemaPrinter.Print(
        GrantShapes.Grants,
        JsonMake.Member("$schema", JsonMake.Text("https://json-schema.org/draft/2020-12/schema")),
        JsonMake.Member("$id", JsonMake.Text(SchemaId)),
        JsonMake.Member("title", JsonMake.Text("ToolGen grants: toolgen.json")),
        JsonMake.Member("description", JsonMake.Text("What a host binds the logical names of specs to. What is not bound is refused."))), 120) + "\n";
}

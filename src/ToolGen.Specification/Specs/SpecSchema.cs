using System.IO;
using System.Reflection;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Specification.Specs;

/// <summary>The JSON Schema of the format: <c>toolgen.tool.schema.json</c> for editors and models, and its strict variant for structured output.</summary>
public static class SpecSchema
{
    /// <summary>The address that specs name in <c>$schema</c>.</summary>
    public const string Id = "https://toolgen.example/toolgen.tool.schema.json";

    /// <summary>The schema as it ships: JSON Schema 2020-12, indented, LF.</summary>
    public static string Text => Resource("toolgen.tool.schema.json");

    /// <summary>The strict variant as it ships; see <see cref="StrictVariant"/>.</summary>
    public static string StrictText => Resource("toolgen.tool.strict.schema.json");

    /// <summary>Prints the schema from the tables that the reader checks with.</summary>
    internal static string Print() => JsonWriter.Indented(SchemaPrinter.Print(
        SpecShapes.Spec,
        JsonMake.Member("$schema", JsonMake.Text("https://json-schema.org/draft/2020-12/schema")),
        JsonMake.Member("$id", JsonMake.Text(Id)),
        JsonMake.Member("title", JsonMake.Text("ToolGen spec, format 1")),
        JsonMake.Member("description", JsonMake.Text("One tool: NAME.tool.json. Values with holes: {name} in url, query, headers, body, form, sql, read, write and step input. C# everywhere else that says so."))), 120) + "\n";

    /// <summary>Prints the strict variant from the same tables.</summary>
    internal static string PrintStrict() => JsonWriter.Indented(StrictSchemaPrinter.Print(SpecShapes.Spec), 120) + "\n";

    private static string Resource(string name)
    {
        using var stream = typeof(SpecSchema).GetTypeInfo().Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

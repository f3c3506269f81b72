using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Testing.Tests;

/// <summary>JSON written in a test, as nodes and plans.</summary>
internal static class Written
{
    public static JsonNode Json(string json)
    {
        var document = JsonReader.Read("test.json", Encoding.UTF8.GetBytes(json));
        Assert.IsEmpty(document.Findings.ToArray(), string.Join("\n", document.Findings));
        return document.Root!;
    }

    public static SchemaPlan? Plan(string? schema)
    {
        if (schema is null) return null;
        var sink = new FindingSink(new("test.json", schema));
        var plan = SchemaReader.Read(Json(schema), sink);
        Assert.IsNotNull(plan, string.Join("\n", sink.ToArray()));
        return plan;
    }
}

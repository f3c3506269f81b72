using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>Short hands for these tests: text in, plan, findings and violations out.</summary>
internal static class Read
{
    public static JsonNode Json(string json)
    {
        var document = JsonReader.Read("test.json", Encoding.UTF8.GetBytes(json));
        Assert.IsEmpty(document.Findings, string.Join("\n", document.Findings));
        return document.Root!;
    }

    public static (SchemaPlan? Plan, IReadOnlyList<Finding> Findings) Schema(string json, SchemaUse use = SchemaUse.Plain)
    {
        var sink = new FindingSink(new("test.json", json));
        return (SchemaReader.Read(Json(json), sink, use), sink.ToArray());
    }

    public static SchemaPlan Plan(string json, SchemaUse use = SchemaUse.Plain)
    {
        var (plan, findings) = Schema(json, use);
        Assert.IsNotNull(plan, string.Join("\n", findings));
        return plan;
    }

    public static IReadOnlyList<SchemaViolation> Check(string schema, string value, SchemaUse use = SchemaUse.Plain) =>
        SchemaInterpreter.Check(Plan(schema, use), Json(value));

    /// <summary>Violations as <c>pointer keyword</c>.</summary>
    public static string Places(string schema, string value, SchemaUse use = SchemaUse.Plain) =>
        string.Join("; ", Check(schema, value, use).Select(violation => $"{violation.Pointer} {violation.Keyword}"));

    /// <summary>The text with the edits of a finding's fix.</summary>
    public static string Mend(string json, Finding finding)
    {
        Assert.IsNotNull(finding.Fix, finding.ToString());
        foreach (var edit in finding.Fix.Edits.OrderByDescending(edit => edit.Span.Start))
            json = json[..edit.Span.Start] + edit.NewText + json[edit.Span.End..];
        return json;
    }
}

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

[TestClass]
public sealed class ShortRecordTests
{
    [TestMethod]
    public void Means_the_same_as_the_schema_written_out()
    {
        var plan = Plan("""{ "id": "integer", "user?": { "login": "string" }, "tags": ["string"], "rates": { "*": "number" }, "day": "date", "raw": "base64", "any": "json", "cost": "decimal" }""");
        Assert.AreEqual("", Places(plan, """{ "id": 1, "tags": ["a"], "rates": { "x": 1.5 }, "day": "2026-01-31", "raw": "AA==", "any": null, "cost": 1.10, "more": 1 }"""));
        Assert.AreEqual("", Places(plan, """{ "id": 1, "user": null, "tags": [], "rates": {}, "day": "2026-01-31", "raw": "", "any": [1], "cost": 1 }"""));
        Assert.AreEqual(
            "/any required; /cost required; /id type; /user/login required; /tags/0 type; /rates/x type; /day format; /raw contentEncoding",
            Places(plan, """{ "id": 1.5, "user": {}, "tags": [1], "rates": { "x": "y" }, "day": "31.1.2026", "raw": "A" }"""));
    }

    [TestMethod]
    public void May_be_a_list() => Assert.AreEqual("/0/a type", Places(Plan("""[{ "a": "boolean" }]"""), """[{ "a": 1 }]"""));

    [TestMethod]
    [DataRow("""{ "a": "float" }""", """{ "a": "number" }""")]
    [DataRow("""{ "a": "dict" }""", """{ "a": { "*": "json" } }""")]
    [DataRow("""{ "a": "tuple" }""", """{ "a": ["json"] }""")]
    [DataRow("""{ "a": "any" }""", """{ "a": "json" }""")]
    [DataRow("""{ "a": "str?" }""", """{ "a?": "string" }""")]
    [DataRow("""{ "a": "int[]" }""", """{ "a": ["integer"] }""")]
    [DataRow("""{ "a": "datetime" }""", """{ "a": "date-time" }""")]
    [DataRow("""{ "a": "email" }""", """{ "a": "string" }""")]
    public void Mends_words_with_one_reading(string record, string mended)
    {
        var (plan, findings) = ReadRecord(record);
        Assert.IsNull(plan);
        Assert.AreEqual(mended, Read.Mend(record, findings.Single()));
        Plan(mended);
    }

    [TestMethod]
    [DataRow("\"string\"")]
    [DataRow("""{ "a": ["string", "number"] }""")]
    [DataRow("""{ "a": [] }""")]
    [DataRow("""{ "a": 1 }""")]
    [DataRow("""{ "?": "string" }""")]
    [DataRow("""{ "a": "string", "a?": "string" }""")]
    public void Refuses_what_has_no_place_in_it(string record)
    {
        var (plan, findings) = ReadRecord(record);
        Assert.IsNull(plan);
        Assert.AreEqual("TG1031", findings.Single().Id);
    }

    private static SchemaPlan Plan(string record)
    {
        var (plan, findings) = ReadRecord(record);
        Assert.IsNotNull(plan, string.Join("\n", findings));
        return plan;
    }

    private static (SchemaPlan? Plan, EquatableArray<Finding> Findings) ReadRecord(string record)
    {
        var sink = new FindingSink(new("test.json", record));
        return (ShortRecord.Read(Read.Json(record), sink), sink.ToArray());
    }

    private static string Places(SchemaPlan plan, string value) =>
        string.Join("; ", SchemaInterpreter.Check(plan, Read.Json(value)).Select(violation => $"{violation.Pointer} {violation.Keyword}"));
}

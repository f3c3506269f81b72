using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

[TestClass]
public sealed class SchemaReferenceTests
{
    // RFC 3986 §5.4, but for references that end in a fragment, which is split off before.
    [TestMethod]
    [DataRow("g:h", "g:h")]
    [DataRow("g", "http://a/b/c/g")]
    [DataRow("./g", "http://a/b/c/g")]
    [DataRow("g/", "http://a/b/c/g/")]
    [DataRow("/g", "http://a/g")]
    [DataRow("//g", "http://g")]
    [DataRow("?y", "http://a/b/c/d;p?y")]
    [DataRow("g?y", "http://a/b/c/g?y")]
    [DataRow(";x", "http://a/b/c/;x")]
    [DataRow("", "http://a/b/c/d;p?q")]
    [DataRow(".", "http://a/b/c/")]
    [DataRow("..", "http://a/b/")]
    [DataRow("../g", "http://a/b/g")]
    [DataRow("../../g", "http://a/g")]
    [DataRow("../../../g", "http://a/g")]
    [DataRow("/./g", "http://a/g")]
    [DataRow("g;x=1/../y", "http://a/b/c/y")]
    public void Resolves_as_RFC_3986_has_it(string reference, string expected) => Assert.AreEqual(expected, UriReference.Resolve("http://a/b/c/d;p?q", reference));

    [TestMethod]
    public void A_name_of_an_anchor_leads_to_its_schema() =>
        Assert.AreEqual("/a type", Read.Places("""{ "properties": { "a": { "$ref": "#text" } }, "$defs": { "t": { "$anchor": "text", "type": "string" } } }""", """{ "a": 1 }"""));

    [TestMethod]
    public void A_schema_with_an_id_is_found_by_it() =>
        Assert.AreEqual("/a type", Read.Places("""{ "$id": "https://a.example/x/root", "properties": { "a": { "$ref": "text" } }, "$defs": { "t": { "$id": "text", "type": "string" } } }""", """{ "a": 1 }"""));

    [TestMethod]
    public void The_meta_schema_is_known_without_a_network()
    {
        const string Schema = """{ "type": "object", "properties": { "schema": { "$ref": "https://json-schema.org/draft/2020-12/schema" } } }""";
        Assert.AreEqual("", Read.Places(Schema, """{ "schema": { "type": "object", "properties": { "a": { "minLength": 1 } } } }""", SchemaUse.Input));
        Assert.AreEqual("/schema/properties/a/minLength minimum", Read.Places(Schema, """{ "schema": { "type": "object", "properties": { "a": { "minLength": -1 } } } }""", SchemaUse.Input));
    }

    [TestMethod]
    public void Every_document_of_the_dialect_fits_the_dialect()
    {
        var plan = Read.Plan("""{ "$ref": "https://json-schema.org/draft/2020-12/schema" }""");
        foreach (var name in new[] { "schema", "meta/core", "meta/applicator", "meta/unevaluated", "meta/validation", "meta/meta-data", "meta/format-annotation", "meta/content" })
            Assert.IsEmpty(SchemaInterpreter.Check(plan, SchemaDocuments.Dialect.Find("https://json-schema.org/draft/2020-12/" + name)!), name);
    }

    [TestMethod]
    public void Documents_that_a_host_hands_over_are_found_by_their_URIs()
    {
        var documents = SchemaDocuments.Of(new Dictionary<string, JsonNode> { ["https://a.example/text"] = Read.Json("""{ "$defs": { "short": { "maxLength": 2 } } }""") });
        const string Schema = """{ "$ref": "https://a.example/text#/$defs/short" }""";
        var sink = new FindingSink(new("test.json", Schema));
        var plan = SchemaReader.Read(Read.Json(Schema), sink, SchemaUse.Plain, new SchemaOptions { Documents = documents })!;
        Assert.AreEqual("maxLength", SchemaInterpreter.Check(plan, Read.Json("\"abc\"")).Single().Keyword);
    }

    [TestMethod]
    [DataRow("""{ "$ref": "https://a.example/other" }""", "TG1007")]
    [DataRow("""{ "$ref": "#nowhere" }""", "TG1006")]
    [DataRow("""{ "$dynamicRef": "#nowhere" }""", "TG1006")]
    [DataRow("""{ "$defs": { "a": { "$anchor": "x" }, "b": { "$anchor": "x" } } }""", "TG1022")]
    [DataRow("""{ "$defs": { "a": { "$id": "x" }, "b": { "$id": "x" } } }""", "TG1022")]
    [DataRow("""{ "$id": "https://a.example/x#part" }""", "TG1004")]
    [DataRow("""{ "$anchor": "1a" }""", "TG1004")]
    [DataRow("""{ "$vocabulary": {} }""", "TG1002")]
    public void Refuses_what_leads_nowhere(string schema, string id) => Assert.AreEqual(id, Read.Schema(schema).Findings.Single().Id);
}

using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Variants;
using ToolGen.TestSupport.Variants;

namespace ToolGen.Generator.Tests.Variants;

/// <summary>Variants of generated tools: what is said in each, what comes back, what is refused.</summary>
[TestClass]
public sealed class VariantToolTests
{
    private const string Properties = """
        "count": { "type": "integer", "minimum": 1, "maximum": 5 }, "text": { "type": "string", "maxLength": 3 }, "maybe": { "type": ["string", "null"] },
        "map": { "type": "object", "additionalProperties": { "type": "integer" } }, "pair": { "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "string" }] },
        "any": true, "list": { "type": "array", "items": { "enum": ["a", "b"] }, "uniqueItems": true }
        """;

    private static readonly string Spec = Specs.Code(Properties, "\"ok\": { \"type\": \"boolean\" }", "return new Output { Ok = true };");
    private static readonly Tool Tool = CompiledTool.Load(Spec);

    [TestMethod]
    [DataRow("""{"count":null,"text":null,"maybe":null,"map":null,"pair":null,"any":null,"list":null}""", "{}")]
    [DataRow("""{"count":2,"maybe":{"value":null},"any":"null"}""", """{"count":2,"maybe":null,"any":null}""")]
    [DataRow("""{"maybe":{"value":"null"},"any":"\"null\""}""", """{"maybe":"null","any":"null"}""")]
    [DataRow("""{"map":[{"value":1,"name":"a\u00e9/b"},{"name":"","value":2}]}""", """{"map":{"a\u00e9/b":1,"":2}}""")]
    [DataRow("""{"map":[],"pair":{"item_2":"x","item_1":7}}""", """{"map":{},"pair":[7,"x"]}""")]
    [DataRow("""{"any":"{\"a\": [1.50, 1e400, 12345678901234567890]}"}""", """{"any":{"a": [1.50, 1e400, 12345678901234567890]}}""")]
    public void Said_is_mapped_back_exactly(string said, string canonical)
    {
        Assert.IsEmpty(Tool.Strict(StrictProvider.OpenAI)!.ToCanonical(Encoding.UTF8.GetBytes(said), out var back));
        Assert.AreEqual(canonical, Encoding.UTF8.GetString(back.Span));
    }

    [TestMethod]
    [DataRow("""{"count":9}""", "invalid_input /count")]
    [DataRow("""{"text":"long"}""", "invalid_input /text")]
    [DataRow("""{"list":["a","a"]}""", "invalid_input /list")]
    [DataRow("""{"map":[{"name":"a","value":1.5}]}""", "invalid_input /map/a")]
    [DataRow("""{"map":[{"name":"a","value":1},{"name":"a","value":2}]}""", "invalid_input /map/1/value")]
    [DataRow("""{"map":[{"name":"a"}]}""", "invalid_input /map/0")]
    [DataRow("""{"map":[{"name":"a","name":"b","value":1}]}""", "invalid_input /map/0")]
    [DataRow("""{"pair":{"item_1":1}}""", "invalid_input /pair")]
    [DataRow("""{"pair":{"item_1":1,"item_2":"x","item_3":1}}""", "invalid_input /pair")]
    [DataRow("""{"pair":{"item_1":1,"item_1":2,"item_2":"x"}}""", "invalid_input /pair")]
    [DataRow("""{"any":"text"}""", "invalid_input /any")]
    [DataRow("""{"any":"1 2"}""", "invalid_input /any")]
    [DataRow("""{"any":""}""", "invalid_input /any")]
    [DataRow("""{"any":"\ud800"}""", "invalid_input")]
    [DataRow("""{"maybe":{"value":1}}""", "invalid_input /maybe")]
    [DataRow("""{"maybe":{"value":"a","more":1}}""", "invalid_input /maybe")]
    [DataRow("""{"other":null}""", "invalid_input /other")]
    [DataRow("""{"count":1,"count":2}""", "invalid_input /count")]
    [DataRow("""{"count":1""", "invalid_input")]
    [DataRow("null", "invalid_input")]
    [DataRow("[]", "invalid_input")]
    public async Task What_the_schema_does_not_accept_is_refused(string said, string refused)
    {
        var result = await Tool.Strict(StrictProvider.OpenAI)!.CallAsync(Encoding.UTF8.GetBytes(said), new SystemToolContext());
        Assert.AreEqual(refused, string.Join("; ", result.Errors.Select(error => $"{error.Code} {error.Pointer}".TrimEnd())), string.Join("; ", result.Errors));
    }

    [TestMethod]
    public void Text_that_is_no_JSON_is_corrected()
    {
        var errors = Tool.Strict(StrictProvider.OpenAI)!.ToCanonical("""{"any":"Rome"}"""u8.ToArray(), out _);
        Assert.AreEqual("\"\\\"Rome\\\"\"", errors.Single().Correction);
    }

    [TestMethod]
    public void Deep_and_wide_arguments_end()
    {
        var variant = Tool.Strict(StrictProvider.OpenAI)!;
        Assert.IsNotEmpty(variant.ToCanonical(Encoding.UTF8.GetBytes("{\"any\":" + new string('[', 100_000)), out _));
        Assert.IsNotEmpty(variant.ToCanonical(Encoding.UTF8.GetBytes($$"""{"any":"{{new string('[', 100_000)}}"}"""), out _));
        var many = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $$"""{"name":"n{{i}}","value":{{i}}}"""));
        Assert.IsEmpty(variant.ToCanonical(Encoding.UTF8.GetBytes($$"""{"map":[{{many}}]}"""), out var canonical));
        Assert.AreEqual(20_000, JsonReader.Read("map.json", canonical.Span).Root is JsonObject root && root["map"] is JsonObject map ? map.Members.Count : 0);
    }

    [TestMethod]
    public void Generated_data_is_the_variant_of_the_spec_and_one_object_a_provider()
    {
        foreach (var (provider, strict) in Provider.All.Zip([StrictProvider.OpenAI, StrictProvider.Anthropic]))
        {
            var variant = Tool.Strict(strict)!;
            Assert.AreEqual(JsonWriter.Canonical(Variant.Of(TestSpec.Read(Spec), provider).Schema), Encoding.UTF8.GetString(variant.InputSchema.Span));
            Assert.AreSame(variant, Tool.Strict(strict));
            Assert.AreEqual(strict, variant.Provider);
        }
    }

    [TestMethod]
    public void Schema_that_a_provider_takes_as_it_is_stands_once()
    {
        var tool = CompiledTool.Load(Specs.Code("\"n\": { \"type\": \"integer\" }", "\"ok\": { \"type\": \"boolean\" }", "return new Output { Ok = true };", "\"n\""));
        var variant = tool.Strict(StrictProvider.Anthropic)!;
        Assert.IsTrue(variant.IsDirect);
        Assert.IsTrue(JsonEquality.Equals(JsonReader.Read("a", tool.Descriptor.InputSchema.Span).Root!, JsonReader.Read("b", variant.InputSchema.Span).Root!));
    }

    [TestMethod]
    public void Every_lost_keyword_is_information_at_its_line()
    {
        var spec = TestSpec.Read(Spec);
        var found = Variant.Of(spec, Provider.Anthropic).Findings(spec.Source);
        Assert.IsTrue(found.All(finding => finding.Severity == FindingSeverity.Info));
        CollectionAssert.AreEquivalent(
            new[] { "TG1040 \"minimum\"", "TG1040 \"maximum\"", "TG1040 \"maxLength\"", "TG1040 \"uniqueItems\"" },
            found.Where(finding => finding.Id == "TG1040").Select(finding => $"{finding.Id} {Spec.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}").ToArray());
        Assert.AreEqual(2, found.Count(finding => finding.Id == "TG1041"), "the map and the tuple");
    }
}

using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Types;

/// <summary>Patterns of schemas in generated code: ready-made data, each once.</summary>
[TestClass]
public sealed class PatternTests
{
    [TestMethod]
    public void A_pattern_is_printed_once_as_the_table_that_is_walked()
    {
        var source = Source("""{ "type": "array", "items": { "type": "string", "pattern": "^[a-z]+$" }, "contains": { "pattern": "^[a-z]+$" } }""");

        Assert.Contains("global::ToolGen.Checks.TextPattern P0 = new(\"^[a-z]+$\", static () => \"T", source);
        Assert.DoesNotContain("P1 = ", source);
        Assert.DoesNotContain("EcmaPattern", source);
    }

    [TestMethod]
    public void A_pattern_whose_table_would_be_exponential_is_printed_as_its_program() =>
        Assert.Contains("static () => \"P", Source("""{ "type": "string", "pattern": "a[ab]{40}$" }"""));

    [TestMethod]
    public async Task Values_names_and_names_of_maps_are_matched()
    {
        var tool = CompiledTool.Load(Specs.Reads("""
            { "type": "object", "patternProperties": { "^n\\d$": { "type": "integer" }, "[xy]{40}$|é": { "pattern": "(?:a|b)*a(?:a|b){15}$" } },
              "propertyNames": { "pattern": "^[^ ]*$" }, "additionalProperties": false }
            """));

        Assert.AreEqual("""{"ok":true}""", await tool.Answer($$"""{"v":{"n1":1,"é":"a{{new string('b', 15)}}","{{new string('x', 50)}}":"xa{{new string('a', 15)}}"} }"""));
        Assert.AreEqual("invalid_input /v/n1; invalid_input /v/é", await tool.Answer($$"""{"v":{"n1":"x","é":"b{{new string('b', 15)}}"} }"""));
        Assert.AreEqual("invalid_input /v/n10; invalid_input /v/é", await tool.Answer("""{"v":{"n10":1,"é ":1}}"""));
    }

    [TestMethod, Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("(a+)+$")]
    [DataRow("^(a|a)*$")]
    [DataRow("(a|aa)+$")]
    [DataRow("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [DataRow("(.*a){20}$")]
    [DataRow("(?:a?){50}a{50}$")]
    [DataRow(@"^(\w+\s?)*$")]
    [DataRow("([^@]+)*@([^@]+)*$")]
    [DataRow("(x+x+)+y")]
    [DataRow("((((a*)*)*)*)*b")]
    [DataRow(@"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$")]
    [DataRow("a[ab]{900}b", DisplayName = "exponential as a table")]
    public async Task Texts_that_hang_a_backtracking_engine_are_refused_at_once(string pattern)
    {
        var tool = CompiledTool.Load(Specs.Reads($$"""{ "type": "string", "pattern": {{System.Text.Json.JsonSerializer.Serialize(pattern)}} }"""));
        var text = string.Concat(Enumerable.Repeat("aa", 10_000)) + "!";
        Assert.AreEqual("invalid_input /v", await tool.Answer($$"""{"v":"{{text}}"}"""));
    }

    private static string Source(string schema) => ToolSource.Generate(TestSpec.Read(Specs.Reads(schema)), new GenerationOptions()).Source;
}

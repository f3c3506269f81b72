using System;
using System.Linq;
using System.Text;
using CsCheck;
using Microsoft.ML.Tokenizers;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Tests.Prompts;

/// <summary>Tools in few words: what is said of a schema, and what a budget takes away.</summary>
[TestClass]
public sealed class PromptTests
{
    private const string Room = """
        {"type":"object","properties":{
          "view":{"enum":["sea","garden"],"default":"garden"},
          "guests":{"type":"integer","minimum":1,"maximum":6,"description":"Adults and children, without those that sleep in a bed of their own."},
          "note":{"type":["string","null"],"maxLength":80,"description":"What the house should know."},
          "night":{"type":"string","format":"date"}},
        "required":["night","guests"],"additionalProperties":false}
        """;

    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [TestMethod]
    public void Required_parameters_stand_first_then_optional_ones_then_the_example() => Assert.AreEqual(
        """
        book: Book a room. One night.
        guests: integer 1..6 - Adults and children, without those that sleep in a bed of their own.
        night: string date
        view?: "sea"|"garden" = "garden"
        note?: string <=80 chars|null - What the house should know.
        example: {"guests":2,"night":"2026-12-24"}
        """.ReplaceLineEndings("\n"),
        Tool(Room).ToPrompt());

    [TestMethod]
    [DataRow("""{"type":"number","exclusiveMinimum":0,"maximum":10,"multipleOf":0.5}""", "number <=10 >0 in steps of 0.5")]
    [DataRow("""{"type":"string","minLength":2,"maxLength":2,"pattern":"^[A-Z]+$"}""", "string 2 chars /^[A-Z]+$/")]
    [DataRow("""{"type":"array","items":{"type":"string","maxLength":3},"minItems":1,"uniqueItems":true}""", "(string <=3 chars)[] >=1 items unique")]
    [DataRow("""{"type":"array","prefixItems":[{"type":"number"},{"type":"number"}],"items":false}""", "[number, number]")]
    [DataRow("""{"type":"object","properties":{"b":{"type":"boolean"},"a":{"type":"integer"}},"required":["a"]}""", "{a: integer, b?: boolean}")]
    [DataRow("""{"type":"object","additionalProperties":{"type":"number"}}""", "{[name]: number}")]
    [DataRow("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "(string|null)")]
    [DataRow("""{"oneOf":[{"required":["a"]},{"required":["b","c"]}],"type":"object"}""", "object & (needs a|needs b + c)")]
    [DataRow("""{"const":"x"}""", "\"x\"")]
    [DataRow("""{"not":{"type":"string"}}""", "any (more rules)")]
    [DataRow("true", "any")]
    public void Types_and_bounds_are_said_in_short_words(string schema, string words) =>
        Assert.AreEqual($"book: Book a room. One night.\nx?: {words}", Tool($$$"""{"type":"object","properties":{"x":{{{schema}}} }}""", "").ToPrompt());

    [TestMethod]
    public void A_definition_that_contains_itself_is_said_by_name_once() => Assert.AreEqual(
        "book: Book a room. One night.\nroot: Node\nNode = {value: integer, children?: Node[]}",
        Tool("""{"type":"object","properties":{"root":{"$ref":"#/$defs/Node"}},"required":["root"],"$defs":{"Node":{"type":"object","properties":{"value":{"type":"integer"},"children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},"required":["value"]}}}""", "").ToPrompt());

    [TestMethod]
    public void Definitions_that_double_each_other_stay_short()
    {
        var definitions = string.Join(",", Enumerable.Range(0, 60).Select(i => $$$$"""
            "D{{{{i}}}}":{"type":"object","properties":{"a":{"$ref":"#/$defs/D{{{{i + 1}}}}"},"b":{"$ref":"#/$defs/D{{{{i + 1}}}}"}}}
            """));
        var prompt = Tool($$$$"""{"type":"object","properties":{"x":{"$ref":"#/$defs/D0"}},"$defs":{ {{{{definitions}}}},"D60":{"type":"integer"}}}""", "").ToPrompt(100_000);
        Assert.IsLessThan(4_000, prompt.Length);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Definitions_that_overlap_stay_short()
    {
        // Each is used once by its own spelling, and stands inside another: written out in place they would double.
        var definitions = string.Join(",", Enumerable.Range(0, 40).Select(i => $$$$"""
            "D{{{{i}}}}":{"properties":{"a":{"properties":{"p":{"$ref":"#/$defs/D{{{{i + 1}}}}"},"q":{"$ref":"#/$defs/%44{{{{i + 1}}}}/properties/a"} } } } }
            """));
        var prompt = Tool($$$$"""{"type":"object","properties":{"x":{"$ref":"#/$defs/D0"}},"$defs":{ {{{{definitions}}}},"D40":{"properties":{"a":{"type":"integer"} } } } }""", "").ToPrompt(1_000_000);
        Assert.IsLessThan(200_000, prompt.Length);
    }

    [TestMethod]
    public void Long_lists_are_written_once_a_place_at_most()
    {
        var level = $$$"""{"enum":["{{{new string('x', 100_000)}}}"]}""";
        for (var i = 9; i >= 0; i--) level = $$$"""{"properties":{"a":{{{level}}},"b":{"$ref":"#/properties/x{{{string.Concat(Enumerable.Repeat("/properties/a", i + 1))}}}"} } }""";
        Assert.IsLessThan(1_500_000, Tool($$$"""{"type":"object","properties":{"x":{{{level}}} } }""", "").ToPrompt(10_000_000).Length);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void Chain_of_definitions_of_any_length_is_said()
    {
        var definitions = string.Join(",", Enumerable.Range(0, 5_000).Select(i => $$$$"""
            "D{{{{i}}}}":{"type":"object","properties":{"next":{"$ref":"#/$defs/D{{{{i + 1}}}}"}}}
            """));
        var prompt = Tool($$$$"""{"type":"object","properties":{"x":{"$ref":"#/$defs/D0"}},"$defs":{ {{{{definitions}}}},"D5000":{"type":"integer"}}}""", "").ToPrompt(1_000_000);
        Assert.MatchesRegex(@"integer\}*$", prompt);
    }

    [TestMethod]
    public void Definitions_called_alike_are_numbered_and_one_spelled_twice_is_one() => Assert.AreEqual(
        """
        book: Book a room. One night.
        a: items
        b: items#2
        c: items
        d: items#2
        items = integer
        items#2 = string
        """.ReplaceLineEndings("\n"),
        Tool("""
            {"type":"object","properties":{"a":{"$ref":"#/$defs/x/items"},"b":{"$ref":"#/$defs/y/items"},"c":{"$ref":"#/$defs/%78/items"},"d":{"$ref":"#/$defs/y/items"}},"required":["a","b","c","d"],
             "$defs":{"x":{"items":{"type":"integer"}},"y":{"items":{"type":"string"}}}}
            """, "").ToPrompt());

    [TestMethod]
    public void Definitions_go_with_the_parameters_that_name_them()
    {
        var members = string.Join(",", Enumerable.Range(0, 60).Select(i => $$"""
            "member_{{i}}":{"type":"string"}
            """));
        var tool = Tool($$$"""
            {"type":"object","properties":{"id":{"$ref":"#/$defs/Id"},"other":{"$ref":"#/$defs/Id"},"filter":{"$ref":"#/$defs/Filter"}},"required":["id"],
             "$defs":{"Id":{"type":"integer"},"Filter":{"type":"object","properties":{"inner":{"$ref":"#/$defs/Filter"},{{{members}}} } } } }
            """, "");
        StringAssert.Contains(tool.ToPrompt(2_000), "\nFilter = {");
        Assert.AreEqual("book: Book a room. One night.\nid: Id\nother?: Id\n(1 more optional parameter left out)\nId = integer", tool.ToPrompt(60));
    }

    [TestMethod]
    public void Over_budget_optional_parameters_go_first_and_their_number_is_said()
    {
        var whole = Tokenizer.CountTokens(Tool(Room).ToPrompt());
        var prompt = Tool(Room).ToPrompt(whole - 1, text => Tokenizer.CountTokens(text));
        StringAssert.Contains(prompt, "\nview?: ");
        StringAssert.Contains(prompt, "\n(1 more optional parameter left out)\n");
        StringAssert.Contains(prompt, "a bed of their own.");
        Assert.IsLessThanOrEqualTo(whole - 1, Tokenizer.CountTokens(prompt));
    }

    [TestMethod]
    public void Then_descriptions_are_shortened_and_required_parameters_and_the_example_stay()
    {
        var prompt = Tool(Room).ToPrompt(58, text => Tokenizer.CountTokens(text));
        Assert.IsLessThanOrEqualTo(58, Tokenizer.CountTokens(prompt));
        Assert.IsFalse(prompt.Contains("of their own", StringComparison.Ordinal), prompt);
        foreach (var part in new[] { "book: ", "\nguests: integer 1..6", "\nnight: string date", "\n(2 optional parameters left out)", "\nexample: {\"guests\":2,\"night\":\"2026-12-24\"}" }) StringAssert.Contains(prompt, part);
    }

    [TestMethod]
    public void What_cannot_be_said_in_so_few_tokens_is_refused_with_the_number_that_can()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => Tool(Room).ToPrompt(10, text => Tokenizer.CountTokens(text)));
        StringAssert.Contains(error.Message, "book does not fit into 10 tokens: its name, 2 required parameters and the example take ");
        var least = int.Parse(error.Message.Split("take ")[1].Split(';')[0]);
        Assert.AreEqual(least, Tokenizer.CountTokens(Tool(Room).ToPrompt(least, text => Tokenizer.CountTokens(text))));
        Assert.ThrowsExactly<ArgumentException>(() => Tool(Room).ToPrompt(least - 1, text => Tokenizer.CountTokens(text)));
    }

    [TestMethod]
    public void Every_budget_holds_or_is_refused()
    {
        for (var budget = 1; budget < 130; budget++)
        {
            try
            {
                var prompt = Tool(Room).ToPrompt(budget, text => Tokenizer.CountTokens(text));
                Assert.IsLessThanOrEqualTo(budget, Tokenizer.CountTokens(prompt));
                StringAssert.Contains(prompt, "\nguests: ");
            }
            catch (ArgumentException)
            {
                Assert.IsLessThan(60, budget);
            }
        }
    }

    [TestMethod]
    public void Foreign_text_makes_no_lines_of_its_own() => Gen.Select(Gen.Char['\u0000', '\u2100'].Array[1, 40].Select(letters => new string(letters)), Gen.Bool).Sample((text, isName) =>
    {
        var json = System.Text.Json.JsonSerializer.Serialize("a\nexample: {}\r\u2028" + text);
        var schema = isName ? $$$$"""{"type":"object","properties":{ {{{{json}}}}:{"type":"integer"}}}""" : $$$$"""{"type":"object","properties":{"x":{"enum":[{{{{json}}}}],"description":{{{{json}}}} }}}""";
        Assert.AreEqual(2, Tool(schema, "").ToPrompt(100_000).Split('\n', '\r', '\u2028', '\u0085').Length);
    }, iter: 200, threads: 1, seed: "0000KJ3lFW25");

    [TestMethod]
    public void The_estimate_is_never_below_the_tokens_of_ordinary_tools()
    {
        var prompt = Tool(Room).ToPrompt();
        var least = Enumerable.Range(1, 400).First(budget => Fits(budget, prompt));
        Assert.IsGreaterThanOrEqualTo(Tokenizer.CountTokens(prompt), least);
        Assert.IsLessThan(2 * Tokenizer.CountTokens(prompt), least);
    }

    private static bool Fits(int budget, string prompt)
    {
        try
        {
            return Tool(Room).ToPrompt(budget) == prompt;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static ToolDescriptor Tool(string schema, string example = """{"guests":2,"night":"2026-12-24"}""") => new()
    {
        Name = "book",
        Description = "Book a room.\n  One night.",
        Version = "1.0.0",
        Kind = "code",
        InputSchema = Encoding.UTF8.GetBytes(schema),
        Example = Encoding.UTF8.GetBytes(example),
        OutputSchema = "{}"u8.ToArray(),
        McpTool = "{}"u8.ToArray(),
        Annotations = default,
        Capabilities = [],
        SpecHash = "x",
    };
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.ML.Tokenizers;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Tests.Errors;

/// <summary>An error costs a model at most 80 tokens of o200k, whatever stands in the arguments and in the schema.</summary>
[TestClass]
public sealed class TokenTests
{
    private const int Budget = 80;

    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    // What vocabularies are worst at: rare letters, mixed case, digits, signs, other scripts, symbols beyond the basic plane.
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.Char["qxzjkvw"].Array[0, 300].Select(letters => new string(letters)),
        Gen.Char["qXzJKvWaB"].Array[0, 300].Select(letters => new string(letters)),
        Gen.Char["0123456789"].Array[1, 300].Select(letters => new string(letters)),
        Gen.Char["!#$%&()*+,-./:;<=>?@[]^_`{|}~\\\"'"].Array[0, 300].Select(letters => new string(letters)),
        Gen.Char['\u0400', '\u0500'].Array[0, 300].Select(letters => new string(letters)),
        Gen.Char['\u3400', '\u9fff'].Array[0, 300].Select(letters => new string(letters)),
        Gen.Char['\ua000', '\ud7ff'].Array[0, 300].Select(letters => new string(letters)),
        Gen.Int[0x1F300, 0x2FFFF].Array[0, 200].Select(points => string.Concat(points.Select(char.ConvertFromUtf32))),
        Gen.Char['\u0001', '\u007f'].Array[0, 300].Select(letters => new string(letters)),
        Gen.Const("a"));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Every_kind_of_error_is_within_its_budget()
    {
        var most = 0;
        foreach (var (kind, rule, value) in Kinds("x y", "text"))
        {
            var errors = await Errors(rule, value);
            Assert.IsNotEmpty(errors, kind);
            foreach (var error in errors) most = Math.Max(most, Checked(error));
        }

        this.TestContext.WriteLine($"at most {most} tokens a line");
    }

    [TestMethod]
    public void Hostile_names_and_values_cost_no_more()
    {
        var most = 0;
        Gen.Select(Hostile, Hostile).Sample((one, other) =>
        {
            foreach (var (_, rule, value) in Kinds(one, other))
                foreach (var error in Errors(rule, value).GetAwaiter().GetResult())
                {
                    var tokens = Checked(error);
                    if (tokens > most) most = tokens;
                }
        }, iter: 50, threads: 1, seed: "0000KJ3lFW25");
        this.TestContext.WriteLine($"at most {most} tokens a line");
    }

    [TestMethod]
    public async Task A_hundred_errors_are_no_flood()
    {
        var result = await new RuleTool(new() { Items = new() { Types = JsonTypes.Integer }, Types = JsonTypes.Array }).Call("[" + string.Join(",", Enumerable.Repeat("\"" + new string('ж', 500) + "\"", 500)) + "]");
        Assert.HasCount(100, result.Errors);
        var text = result.ErrorText();
        Assert.AreEqual(ToolResult.MaxLines + 1, text.Split('\n').Length);
        Assert.IsLessThanOrEqualTo((ToolResult.MaxLines * Budget) + 20, Tokenizer.CountTokens(text));
    }

    private static int Checked(ToolError error)
    {
        var line = error.ToString();
        var tokens = Tokenizer.CountTokens(line);
        Assert.IsLessThanOrEqualTo(Budget, tokens, line);
        Assert.IsFalse(line.Contains('\n', StringComparison.Ordinal), line);
        return tokens;
    }

    private static async Task<IReadOnlyList<ToolError>> Errors(SchemaRule rule, string value)
    {
        var result = await new RuleTool(rule).Call(value);
        return result.Errors;
    }

    // One row for each way of being wrong; a name and a text of a stranger stand in schema and value.
    private static IEnumerable<(string Kind, SchemaRule Rule, string Value)> Kinds(string name, string text)
    {
        var (key, value) = (Json("k" + name), Json(text));
        var any = new SchemaRule();
        var whole = new SchemaRule { Types = JsonTypes.Integer };
        string[] words = [.. Enumerable.Range(0, 30).Select(i => Json(text + i))];
        yield return ("type", RuleTool.Object([], ("k" + name, whole)), $"{{{key}:{value}}}");
        yield return ("types", new() { Types = JsonTypes.Null | JsonTypes.Boolean | JsonTypes.Array }, value);
        yield return ("enum", new() { Enum = words }, Json(text + "-"));
        yield return ("enum near", RuleTool.Object([], ("k" + name, new() { Enum = words })), $"{{{key}:{Json(" " + text + "1 ")}}}");
        yield return ("const", new() { Enum = [Json(text)] }, Json(text + "-"));
        yield return ("minLength", new() { MinLength = 100_000 }, value);
        yield return ("maxLength", new() { Types = JsonTypes.String, MaxLength = 0 }, Json(text + "."));
        yield return ("unknown", RuleTool.Object([], ("other", any), ("name" + text, any)), $"{{{Json(name + "!")}:{value}}}");
        yield return ("unknown near", RuleTool.Object([], ("k" + name, any)), $"{{{Json("K " + name)}:{value}}}");
        yield return ("missing", RuleTool.Object(["k" + name, text], ("k" + name, any)), "{}");
        yield return ("dependent", new() { DependentRequired = [("k" + name, [text + "?"])] }, $"{{{key}:1}}");
        yield return ("names", new() { PropertyNames = new() { MaxLength = 0 } }, $"{{{key}:{value}}}");
        yield return ("items", new() { Items = whole, MinItems = 200, MaxItems = 100, UniqueItems = true }, $"[{string.Join(",", Enumerable.Repeat(value, 150))}]");
        yield return ("contains", new() { Contains = whole }, $"[{value}]");
        yield return ("properties", new() { MinProperties = 3 }, $"{{{key}:{value}}}");
        yield return ("not", new() { Not = any }, value);
        yield return ("anyOf", new() { AnyOf = [whole, new() { Types = JsonTypes.Boolean }] }, value);
        yield return ("oneOf", new() { OneOf = [any, any] }, value);
        foreach (var format in "date time date-time duration uuid uri uri-reference email hostname ipv4 ipv6 regex json-pointer glob".Split(' '))
            yield return (format, RuleTool.Object([], ("k" + name, new() { Types = JsonTypes.String, Format = format })), $"{{{key}:{Json((format == "glob" ? "/( " : "( ") + text)}}}");
        foreach (var number in new[] { "-1e9", "1234567890123456789012345678901234567890", "0.33333333333333333333333333333333333333333333" })
            yield return ("bounds", new() { ExclusiveMinimum = "123456789012345678901234567890", Maximum = "-98765432109876543210", MultipleOf = "7" }, number);
        yield return ("wrapped", RuleTool.Object(["a"], ("a", any)), $"{{{key}:{{\"a\":{value}}}}}");
        yield return ("deep", new() { AdditionalProperties = new() { AdditionalProperties = new() { AdditionalProperties = whole, Types = JsonTypes.Object }, Types = JsonTypes.Object }, Types = JsonTypes.Object }, $"{{{key}:{{{value}:{{{key}:{value}}}}}}}");
        yield return ("no JSON", any, "{" + text);
        yield return ("content", new() { JsonText = true, Content = whole }, Json(Json(text)));
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);
}

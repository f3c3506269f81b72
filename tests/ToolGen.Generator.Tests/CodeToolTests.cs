using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests;

[TestClass]
public sealed class CodeToolTests
{
    private const string CheckIban = """
        { "name": "check_iban", "description": "Check the digits of an IBAN.",
          "inputSchema": { "type": "object", "properties": { "iban": { "type": "string", "minLength": 5, "maxLength": 50 } }, "required": ["iban"] },
          "outputSchema": { "type": "object", "properties": { "valid": { "type": "boolean" }, "country": { "type": "string" }, "formatted": { "type": "string" } }, "required": ["valid", "country", "formatted"] },
          "implementation": { "kind": "code", "body": [
            "var iban = string.Concat(input.Iban.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();",
            "if (iban.Length is < 15 or > 34 || !iban.All(char.IsAsciiLetterOrDigit) || !iban[..2].All(char.IsAsciiLetterUpper))",
            "    throw Fail(\"not_an_iban\", \"an IBAN has 15 to 34 letters and digits, the first two are letters\");",
            "var remainder = 0;",
            "foreach (var c in iban[4..] + iban[..4])",
            "    remainder = char.IsAsciiDigit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;",
            "return new Output(remainder == 1, iban[..2], string.Join(' ', iban.Chunk(4).Select(g => new string(g))));" ] },
          "examples": [ { "input": { "no_such": 1 }, "error": "invalid_input /no_such" } ] }
        """;

    [TestMethod]
    public async Task Code_tool_answers()
    {
        var tool = CompiledTool.Load(CheckIban);
        Assert.AreEqual(
            """{"valid":true,"country":"GB","formatted":"GB82 WEST 1234 5698 7654 32"}""",
            await tool.Answer("""{ "iban": "gb82 WEST 1234 5698 7654 32" }"""));
    }

    [TestMethod]
    [DataRow("{}", "invalid_input /iban")]
    [DataRow("""{ "iban": 5 }""", "invalid_input /iban")]
    [DataRow("""{ "iban": "abc" }""", "invalid_input /iban")]
    [DataRow("""{ "Iban": "abcde", "x": 1 }""", "invalid_input /Iban; invalid_input /x; invalid_input /iban")]
    [DataRow("""{ "iban": "abcde", "iban": "abcde" }""", "invalid_input /iban")]
    [DataRow("""{ "iban": """, "invalid_input")]
    [DataRow("[]", "invalid_input")]
    [DataRow("""{ "iban": "abcdef" }""", "not_an_iban")]
    public async Task Code_tool_refuses_with_every_error(string arguments, string expected) =>
        Assert.AreEqual(expected, await CompiledTool.Load(CheckIban).Answer(arguments));
}

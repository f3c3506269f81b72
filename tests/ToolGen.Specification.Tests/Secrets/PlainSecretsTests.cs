using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Tests.Secrets;

/// <summary>Secrets in a spec's texts. The texts are put together here: none is a secret of anybody.</summary>
[TestClass]
public sealed class PlainSecretsTests
{
    private static readonly string Chance = string.Concat("x7Kq", "2Lm9Z", "w4Rt8", "Vb1Nc6", "Yd3Hf5", "Jg0P", "q8Zr2Ts6");

    [TestMethod]
    [DataRow("Send ghp_CHANCE as it is.", "TG3102")]
    [DataRow("Server=db;User Id=app;Password=letmein", "TG3103")]
    [DataRow("curl --password letmein https://example.org", "TG3103")]
    [DataRow("https://me:letmein@example.org/rates", "TG3103")]
    public void Are_found_in_a_description(string text, string id) => Assert.AreEqual(id, Ids(text).Single());

    [TestMethod]
    [DataRow("Server=db;User Id=app;Password={password}")]
    [DataRow("The password: at least 12 characters.")]
    [DataRow("Pass --token-file PATH, never the token itself.")]
    [DataRow("https://example.org/rates?token=<your token>")]
    public void Names_and_placeholders_are_none(string text) => Assert.IsEmpty(Ids(text));

    private static string[] Ids(string description)
    {
        var spec = $$"""{ "name": "a", "description": "{{description.Replace("CHANCE", Chance)}}", "implementation": { "kind": "code", "body": "return new Output();" } }""";
        return [.. SpecReader.Read(new SourceText("a.tool.json", spec)).Findings.Select(one => one.Id).Where(id => id.StartsWith("TG31", System.StringComparison.Ordinal))];
    }
}

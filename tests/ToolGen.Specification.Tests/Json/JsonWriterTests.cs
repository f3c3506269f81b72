using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Tests.Specs;

namespace ToolGen.Specification.Tests.Json;

[TestClass]
public sealed class JsonWriterTests
{
    [TestMethod]
    [DataRow("0", "0")]
    [DataRow("-0.0e5", "0")]
    [DataRow("1.50e3", "1500")]
    [DataRow("100", "100")]
    [DataRow("1E+2", "100")]
    [DataRow("-12.3400", "-12.34")]
    [DataRow("0.1", "0.1")]
    [DataRow("1e-7", "0.0000001")]
    [DataRow("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827")]
    [DataRow("123456789012345678901234567890", "123456789012345678901234567890")]
    [DataRow("1e400", "1e400")]
    [DataRow("-25e-401", "-2.5e-400")]
    [DataRow("[-0.5e-9999]", "[-0.5e-9999]")]
    [DataRow("[0.0000123e-9999]", "[0.0000123e-9999]")]
    [DataRow("[123.45e9999]", "[123.45e9999]")]
    [DataRow("[12000e9999]", "[12000e9999]")]
    public void Canonical_numbers_are_their_exact_decimal_value(string written, string expected) =>
        Assert.AreEqual(expected, JsonWriter.Canonical(JsonReader.Read(new("a", written)).Root!));

    [TestMethod]
    public void Escapes_are_the_shortest_and_hidden_characters_stay_visible() =>
        Assert.AreEqual("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u00e9\U0001F600\\u202e\\udb40\\udc41\\ud83d\"", JsonWriter.Quote("\"\\/\b\f\n\r\t\u0001\u00e9\U0001F600\u202e\U000E0041" + '\ud83d'));

    [TestMethod]
    public void Short_values_stay_on_a_line_and_long_ones_open()
    {
        var node = JsonReader.Read(new("a", """{"a":{"b":[1,2,{}]},"c":["aaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbb"],"d":[]}""")).Root!;
        Assert.AreEqual(
            "{\n  \"a\": { \"b\": [1, 2, {}] },\n  \"c\": [\n    \"aaaaaaaaaaaaaaaaaaaa\",\n    \"bbbbbbbbbbbbbbbbbbbb\"\n  ],\n  \"d\": []\n}",
            JsonWriter.Indented(node, 40));
    }

    [TestMethod]
    public void Whatever_is_printed_reads_back_equal() => RandomSpecs.Seeds.Sample(
        seed =>
        {
            var node = new RandomSpecs(seed).Spec();
            foreach (var text in new[] { JsonWriter.Compact(node), JsonWriter.Canonical(node), JsonWriter.Indented(node), JsonWriter.Indented(node, 20) })
            {
                var back = JsonReader.Read(new("a", text));
                Assert.AreEqual("", string.Join("\n", back.Findings));
                Assert.IsTrue(JsonEquality.Equals(node, back.Root!), text);
                Assert.AreEqual(JsonWriter.Canonical(node), JsonWriter.Canonical(back.Root!));
            }
        },
        iter: 500);
}

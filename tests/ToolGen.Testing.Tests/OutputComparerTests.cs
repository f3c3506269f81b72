using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Specs;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing.Tests;

[TestClass]
public sealed class OutputComparerTests
{
    [TestMethod]
    [DataRow("""{ "a": 1, "b": [2] }""", """{ "b": [2.0], "a": 1e0 }""", null)]
    [DataRow("0.3", "0.30000000000000004", null)]
    [DataRow("1000000000", "1000000001", null)]
    [DataRow("1e308", "1.0000000001e308", null)]
    [DataRow("0", "-0.0", null)]
    [DataRow("\"2026-01-01T01:00:00+01:00\"", "\"2026-01-01T00:00:00.000Z\"", """{ "type": "string", "format": "date-time" }""")]
    [DataRow("""{ "at": "2026-01-01T01:00:00+01:00" }""", """{ "at": "2026-01-01T00:00:00Z" }""", """{ "properties": { "at": { "$ref": "#/$defs/t" } }, "$defs": { "t": { "format": "date-time" } } }""")]
    [DataRow("1.10", "1.1", """{ "type": "number", "format": "decimal" }""")]
    public void Equal_by_value(string expected, string actual, string? schema) =>
        Assert.AreEqual("", Say(expected, actual, schema));

    [TestMethod]
    [DataRow("0.3", "0.300001", null, "the output: expected 0.3, got 0.300001")]
    [DataRow("1000000000", "1000000001", """{ "type": "integer" }""", "the output: expected 1000000000, got 1000000001")]
    [DataRow("1000000000", "1000000001", """{ "type": ["integer", "null"] }""", "the output: expected 1000000000, got 1000000001")]
    [DataRow("9007199254740992", "9007199254740993", """{ "type": "integer", "format": "big" }""", "the output: expected 9007199254740992, got 9007199254740993")]
    [DataRow("1.10", "1.1000000000001", """{ "type": "number", "format": "decimal" }""", "the output: expected 1.10, got 1.1000000000001")]
    [DataRow("\"2026-01-01T01:00:00+01:00\"", "\"2026-01-01T00:00:00Z\"", null, "the output: expected \"2026-01-01T01:00:00+01:00\", got \"2026-01-01T00:00:00Z\"")]
    [DataRow("1", "\"1\"", null, "the output: expected 1, got \"1\"")]
    [DataRow("""{ "a": null }""", "{}", null, "/a: expected null, got nothing")]
    [DataRow("{}", """{ "a": 1 }""", null, "/a: expected nothing, got 1")]
    [DataRow("[1,2,3]", "[1,3]", null, "/1: expected 2, got 3|/2: expected 3, got nothing")]
    [DataRow("""{ "a/b": { "c~": [0, 1] } }""", """{ "a/b": { "c~": [0, 2] } }""", null, "/a~1b/c~0/1: expected 1, got 2")]
    public void Tells_each_difference_at_its_pointer(string expected, string actual, string? schema, string said) =>
        Assert.AreEqual(said, Say(expected, actual, schema));

    [TestMethod]
    public void Tolerance_is_absolute_and_spares_integers_and_decimals()
    {
        var compare = new Compare { Tolerance = 0.01 };
        Assert.AreEqual("", Say("100", "100.01", null, compare));
        Assert.AreEqual("the output: expected 100, got 100.02", Say("100", "100.02", null, compare));
        Assert.AreEqual("the output: expected 1.00, got 1.01", Say("1.00", "1.01", """{ "format": "decimal" }""", compare));
    }

    [TestMethod]
    public void Unordered_lists_are_equal_as_bags()
    {
        var compare = new Compare { Unordered = ["/items"] };
        Assert.AreEqual("", Say("""{ "items": [1, { "a": 2 }, 1] }""", """{ "items": [{ "a": 2.0 }, 1, 1] }""", null, compare));
        Assert.AreEqual("/items/1: expected 2, got 3", Say("""{ "items": [1, 2] }""", """{ "items": [3, 1] }""", null, compare));
        Assert.AreEqual("/items: expected nothing, got 1", Say("""{ "items": [1] }""", """{ "items": [1, 1] }""", null, compare));
    }

    [TestMethod]
    public void Ignored_places_may_hold_anything_or_nothing()
    {
        var compare = new Compare { Ignore = ["/took", "/rows/0/id"] };
        Assert.AreEqual("", Say("""{ "took": 1, "rows": [{ "id": 1 }] }""", """{ "rows": [{ "id": 2 }] }""", null, compare));
    }

    [TestMethod]
    public void Stays_short()
    {
        var many = "[" + string.Join(",", Enumerable.Range(0, 500)) + "]";
        Assert.HasCount(OutputComparer.MaxDifferences, OutputComparer.Differences(Written.Json(many), Written.Json("[]")));
        Assert.AreEqual(100, OutputComparer.Differences(Written.Json("\"" + new string('x', 900) + "\""), Written.Json("1")).Single().Expected.Length);
    }

    private static string Say(string expected, string actual, string? schema, Compare? compare = null) =>
        string.Join("|", OutputComparer.Differences(Written.Json(expected), Written.Json(actual), Written.Plan(schema), compare));
}

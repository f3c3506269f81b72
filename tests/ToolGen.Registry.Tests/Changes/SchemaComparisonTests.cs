using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Changes.Schemas;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Schemas.Values;

namespace ToolGen.Registry.Tests.Changes;

[TestClass]
public sealed class SchemaComparisonTests
{
    private const string Base = """{"type":"object","properties":{"n":{"type":"integer","minimum":0,"maximum":10},"s":{"type":"string","maxLength":5},"e":{"enum":["x","y"]}},"required":["n"]}""";

    [TestMethod]
    [DataRow("\"maximum\":10", "\"maximum\":20", "Wider")]
    [DataRow("\"maximum\":10", "\"maximum\":9", "Narrower")]
    [DataRow("\"maximum\":10", "\"exclusiveMaximum\":10", "Narrower")]
    [DataRow("\"maximum\":10", "\"maximum\":10,\"exclusiveMaximum\":11", "Words")]
    [DataRow("\"minimum\":0,", "", "Wider")]
    [DataRow("\"type\":\"integer\"", "\"type\":\"number\"", "Wider")]
    [DataRow("\"type\":\"integer\"", "\"type\":[\"integer\",\"null\"]", "Wider")]
    [DataRow("\"type\":\"string\"", "\"type\":[\"null\",\"boolean\"]", "Other")]
    [DataRow("\"maxLength\":5", "\"maxLength\":5,\"pattern\":\"^a\"", "Narrower")]
    [DataRow("\"maxLength\":5", "\"maxLength\":5,\"format\":\"date\"", "Narrower")]
    [DataRow("\"maxLength\":5", "\"maxLength\":5,\"title\":\"T\"", "Words")]
    [DataRow("\"maxLength\":5", "\"maxLength\":5,\"default\":\"a\"", "DefaultAdded")]
    [DataRow("[\"x\",\"y\"]", "[\"y\",\"x\",\"z\"]", "Wider")]
    [DataRow("[\"x\",\"y\"]", "[\"x\"]", "Narrower")]
    [DataRow("[\"x\",\"y\"]", "[\"y\",\"x\"]", "Words")]
    [DataRow(",\"e\":{\"enum\":[\"x\",\"y\"]}", "", "Removed")]
    [DataRow("\"e\":{", "\"f\":{\"type\":\"string\"},\"e\":{", "Added")]
    [DataRow("\"required\":[\"n\"]", "\"required\":[\"n\",\"s\"]", "Narrower")]
    [DataRow(",\"required\":[\"n\"]", "", "Wider")]
    [DataRow("\"required\":[\"n\"]", "\"required\":[\"n\"],\"additionalProperties\":true", "Wider")]
    [DataRow("\"required\":[\"n\"]", "\"required\":[\"n\"],\"not\":{\"required\":[\"e\"]}", "Other")]
    public void A_change_is_told_as_what_it_is(string from, string to, string turn)
    {
        Assert.AreNotEqual(Base, Base.Replace(from, to, StringComparison.Ordinal));
        var found = SchemaComparison.Of(Plans.Of(Base)!, Plans.Of(Base.Replace(from, to, StringComparison.Ordinal))!);
        Assert.AreEqual(turn, string.Join(' ', found.Select(one => one.Turn).Distinct()), string.Join('\n', found));
    }

    [TestMethod]
    public void What_is_written_otherwise_and_means_the_same_is_words()
    {
        const string Plain = """{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}},"t":{"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#/properties/t"}}}}},"required":["a"]}""";
        const string Referred = """{"type":"object","required":["a"],"$defs":{"s":{"type":"string","description":"text"},"t":{"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#/$defs/t"}}}}},"properties":{"a":{"type":"array","items":{"$ref":"#/$defs/s"}},"t":{"$ref":"#/$defs/t"}}}""";
        var found = SchemaComparison.Of(Plans.Of(Plain)!, Plans.Of(Referred)!);
        Assert.IsTrue(found.All(one => one.Turn == SchemaTurn.Words), string.Join('\n', found));
    }

    [TestMethod]
    public void A_case_more_widens_where_cases_are_told_apart_and_may_be_anything_else_where_not()
    {
        static string Shape(string kind) => """{"type":"object","properties":{"kind":{"const":"KIND"}},"required":["kind"]}""".Replace("KIND", kind, StringComparison.Ordinal);
        static string Shapes(params string[] kinds) => """{"type":"object","properties":{"s":{"oneOf":[CASES]}}}""".Replace("CASES", string.Join(',', kinds.Select(Shape)), StringComparison.Ordinal);
        Assert.AreEqual(SchemaTurn.Wider, SchemaComparison.Of(Plans.Of(Shapes("a", "b"))!, Plans.Of(Shapes("b", "a", "c"))!).Single().Turn);
        Assert.AreEqual(SchemaTurn.Narrower, SchemaComparison.Of(Plans.Of(Shapes("a", "b"))!, Plans.Of(Shapes("b"))!).Single().Turn);

        const string Two = """{"type":"object","properties":{"s":{"oneOf":[{"type":"string"},{"type":"integer"}]}}}""";
        Assert.AreEqual(SchemaTurn.Other, SchemaComparison.Of(Plans.Of(Two)!, Plans.Of(Two.Replace("}]", "},{\"type\":\"number\",\"minimum\":3}]", StringComparison.Ordinal))!).Single().Turn);
    }

    [TestMethod]
    public void Schemas_that_hold_one_another_without_end_are_compared_in_time()
    {
        static string Chain(int length, string last) => """{"type":"object","properties":{"a":{"$ref":"#/$defs/d0"}},"$defs":{LINKS"dEND":LAST}}"""
            .Replace("LINKS", string.Concat(Enumerable.Range(0, length).Select(i => $"\"d{i}\":{{\"type\":\"object\",\"properties\":{{\"next\":{{\"$ref\":\"#/$defs/d{i + 1}\"}}}}}},")), StringComparison.Ordinal)
            .Replace("END", length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("LAST", last, StringComparison.Ordinal);
        var far = SchemaComparison.Of(Plans.Of(Chain(3_000, """{"type":"string"}"""))!, Plans.Of(Chain(3_000, """{"type":"integer"}"""))!);
        Assert.IsTrue(far.Any(one => one.Turn == SchemaTurn.Other), string.Join('\n', far));

        static string Many(string type) => """{"type":"object","properties":{"a":{"anyOf":[CASES]}}}"""
            .Replace("CASES", string.Join(',', Enumerable.Range(0, 1_500).Select(i => $"{{\"type\":\"{type}\",\"description\":\"{i}\"}}")), StringComparison.Ordinal);
        Assert.IsTrue(SchemaComparison.Of(Plans.Of(Many("string"))!, Plans.Of(Many("integer"))!).Any(one => one.Turn == SchemaTurn.Other));
    }

    /// <summary>The heart of it: whatever is not told as breaking, breaks nothing.</summary>
    [TestMethod]
    public void Every_value_that_fitted_fits_what_is_told_as_wider_and_only_what_fitted_fits_what_is_told_as_narrower()
    {
        var (wider, narrower, values) = (0, 0, 0);
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var schemas = new RandomSchemas(random);
            var written = schemas.Root();
            var (from, to) = (written.ToJsonString(), (random.Next(10) == 0 ? schemas.Root() : schemas.Changed(written)).ToJsonString());
            if (Plans.Of(from) is not { } older || Plans.Of(to) is not { } newer) return;
            var turns = SchemaComparison.Of(older, newer).Select(one => one.Turn).ToHashSet();
            if (turns.IsSubsetOf([SchemaTurn.Words, SchemaTurn.Wider, SchemaTurn.Added, SchemaTurn.DefaultAdded]))
            {
                Interlocked.Increment(ref wider);
                Interlocked.Add(ref values, Holds(older, newer, seed, from, to));
            }

            if (turns.IsSubsetOf([SchemaTurn.Words, SchemaTurn.Narrower]))
            {
                Interlocked.Increment(ref narrower);
                Interlocked.Add(ref values, Holds(newer, older, seed, to, from));
            }
        }, iter: 4_000);
        Assert.IsGreaterThan(400, wider);
        Assert.IsGreaterThan(200, narrower);
        Assert.IsGreaterThan(4_000, values);
    }

    private static int Holds(SchemaPlan fits, SchemaPlan alsoFits, int seed, string one, string other)
    {
        IReadOnlyList<JsonNode> made = SchemaValues.Make(fits, seed.ToString("x8", CultureInfo.InvariantCulture), 25, []);
        foreach (var value in made)
            if (SchemaInterpreter.Check(alsoFits, value) is { Count: > 0 } violations) Assert.Fail($"{JsonWriter.Compact(value)} fits\n{one}\nand not\n{other}\n{violations[0]}");
        return made.Count;
    }
}

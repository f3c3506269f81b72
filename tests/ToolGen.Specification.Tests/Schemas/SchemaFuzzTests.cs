using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>Whatever JSON stands where a schema should: findings or a plan, never an exception.</summary>
[TestClass]
public sealed class SchemaFuzzTests
{
    private static readonly string[] Words = [.. SchemaKeywords.Known, .. SchemaKeywords.Refused.Keys, "optional", "nullable", "example", "x-type", "a", "*", "b?", ""];

    private static readonly string[] Texts = ["string", "object", "dict", "any", "int?", "str[]", "date", "#", "#/$defs/a", "#/properties/a", "#%", "#/a~2", "a?", "^a", "(", "base64", "json", "", "~/", "\ud83d\ude00"];

    private static readonly string[] Numbers = ["0", "-1", "1.0", "1e9999", "-0.5e-9999", "3", "99999999999999999999", "1.5"];

    private static readonly Gen<string> Json = Tree(4);

    [TestMethod]
    public void Reader_review_and_publication_never_throw() =>
        Json.Sample(json =>
        {
            foreach (var use in new[] { SchemaUse.Plain, SchemaUse.Input, SchemaUse.Record })
            {
                var (plan, findings) = Read.Schema(json, use);
                Assert.AreEqual(plan is null, findings.Any(finding => finding.Severity == FindingSeverity.Error), json);
                if (plan is not null) Read.Plan(PublishedSchema.Write(plan), use);
            }
        }, iter: 4_000);

    [TestMethod]
    public void Every_fix_leaves_JSON() =>
        Json.Sample(json =>
        {
            foreach (var finding in Read.Schema(json).Findings.Where(finding => finding.Fix is not null)) Read.Json(Read.Mend(json, finding));
        }, iter: 3_000);

    [TestMethod]
    public void Interpreter_never_throws_and_its_corrections_are_JSON() =>
        Gen.Select(Json, Json).Sample((schema, value) =>
        {
            var (plan, _) = Read.Schema(schema);
            if (plan is null) return;
            foreach (var violation in SchemaInterpreter.Check(plan, Read.Json(value)))
                if (violation.Correction is { } correction) Read.Json(correction);
        }, iter: 4_000);

    [TestMethod]
    public void Short_records_never_throw() =>
        Json.Sample(json =>
        {
            var sink = new FindingSink(new("test.json", json));
            var plan = ShortRecord.Read(Read.Json(json), sink);
            Assert.AreEqual(plan is null, sink.Errors > 0, json);
        }, iter: 3_000);

    private static Gen<string> Tree(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Int[0, Texts.Length - 1].Select(i => JsonWriter.Quote(Texts[i])),
            Gen.Int[0, Numbers.Length - 1].Select(i => Numbers[i]),
            Gen.Int[0, 2].Select(i => new[] { "true", "false", "null" }[i]));
        if (depth == 0) return leaf;
        var child = Tree(depth - 1);
        var members = Gen.Select(Gen.Int[0, Words.Length - 1], child).Array[0, 5].Select(pairs =>
            "{" + string.Join(", ", pairs.DistinctBy(pair => pair.Item1).Select(pair => JsonWriter.Quote(Words[pair.Item1]) + ": " + pair.Item2)) + "}");
        return Gen.Frequency((2, leaf), (1, child.Array[0, 3].Select(items => "[" + string.Join(", ", items) + "]")), (5, members));
    }
}

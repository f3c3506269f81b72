using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Specs;

/// <summary>The shipped schema says what the reader does. <c>TOOLGEN_WRITE_SCHEMAS=1</c> writes both schemas anew.</summary>
[TestClass]
public sealed class SpecSchemaTests
{
    private static readonly PlainValidator Validator = new(SpecSchema.Print());

    [TestMethod]
    [DataRow("toolgen.tool.schema.json")]
    [DataRow("toolgen.tool.strict.schema.json")]
    public void The_file_is_what_the_tables_print(string file)
    {
        var isStrict = file.Contains("strict", StringComparison.Ordinal);
        var expected = isStrict ? SpecSchema.PrintStrict() : SpecSchema.Print();
        var path = Path.Combine(Repository.Root, "src", "ToolGen.Specification", file);
        if (Environment.GetEnvironmentVariable("TOOLGEN_WRITE_SCHEMAS") == "1") File.WriteAllText(path, expected);
        Assert.AreEqual(expected, File.ReadAllText(path), "run with TOOLGEN_WRITE_SCHEMAS=1, build and commit");
        Assert.AreEqual(expected, isStrict ? SpecSchema.StrictText : SpecSchema.Text, "the embedded copy is older: build again");
    }

    [TestMethod]
    public void Reader_and_schema_agree_on_random_specs() => RandomSpecs.Seeds.Sample(
        seed =>
        {
            var spec = new RandomSpecs(seed).Spec();
            var findings = Shape(spec);
            Assert.AreEqual("", string.Join("\n", findings), spec.ToString());
            Assert.IsTrue(Validator.Accepts(spec.ToString()), spec.ToString());
        },
        iter: 2_000);

    [TestMethod]
    public void Reader_and_schema_agree_on_every_mutation()
    {
        int accepted = 0, refused = 0;
        RandomSpecs.Seeds.Sample(
            seed =>
            {
                var random = new RandomSpecs(seed);
                var spec = random.Mutated(random.Spec());
                var findings = Shape(spec);
                Assert.AreEqual(findings.Count == 0, Validator.Accepts(spec.ToString()), $"{spec}\n{string.Join("\n", findings)}");
                if (findings.Count == 0) System.Threading.Interlocked.Increment(ref accepted);
                else System.Threading.Interlocked.Increment(ref refused);
            },
            iter: 5_000);
        Assert.IsTrue(accepted > 500 && refused > 500, $"{accepted} accepted, {refused} refused: the mutations prove little");
    }

    [TestMethod]
    public void Reader_and_schema_agree_on_real_specs_and_their_mutations()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.tool.json"))
        {
            var spec = JsonReader.Read(new(path, File.ReadAllText(path))).Root!;
            Assert.IsTrue(Validator.Accepts(spec.ToString()), path);
            RandomSpecs.Seeds.Sample(
                seed =>
                {
                    var mutated = new RandomSpecs(seed).Mutated(spec);
                    Assert.AreEqual(Shape(mutated).Count == 0, Validator.Accepts(mutated.ToString()), mutated.ToString());
                },
                iter: 50);
        }
    }

    [TestMethod]
    public void Every_value_of_another_type_in_every_field_is_refused_by_both()
    {
        JsonNode[] others = [new JsonNull(default), new JsonBoolean(true, default), new JsonNumber("-1.5", default), new JsonString("\u0001 ", default), new JsonArray([new JsonNull(default)], default), new JsonObject([new("\u0001", default, new JsonNull(default))], default)];
        var fields = 0;
        foreach (var (record, spec) in RichSpecs())
        {
            foreach (var path in Paths(spec))
            {
                fields++;
                foreach (var other in others)
                {
                    var changed = path(other);
                    Assert.AreEqual(Shape(changed).Count == 0, Validator.Accepts(changed.ToString()), record + ": " + changed);
                    SpecReader.Read(new("a.tool.json", changed.ToString()));
                }
            }
        }

        Assert.IsGreaterThan(500, fields);
    }

    // One spec for each kind, with as many of the tables' keys as a seed gives.
    private static IEnumerable<(string Kind, JsonNode Spec)> RichSpecs() => SpecShapes.KindNames.Select(kind => (kind, Enumerable.Range(0, 200)
        .Select(seed => new RandomSpecs(seed).Spec())
        .Where(spec => ((spec as JsonObject)?["implementation"] as JsonObject)?["kind"] is JsonString word && word.Value == kind && spec.ToString().Length < 4_000)
        .OrderByDescending(spec => spec.ToString().Length).First()));

    private static IEnumerable<Func<JsonNode, JsonNode>> Paths(JsonNode node)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Items.Count; i++)
            {
                var at = i;
                foreach (var inner in Paths(array.Items[i]))
                    yield return other => new JsonArray(array.Items.Select((item, j) => j == at ? inner(other) : item).ToArray(), default);
            }
        }
        else if (node is JsonObject @object)
        {
            foreach (var member in @object.Members)
            {
                foreach (var inner in Paths(member.Value))
                    yield return other => new JsonObject(@object.Members.Select(one => new JsonMember(one.Name, default, one == member ? inner(other) : one.Value)).ToArray(), default);
            }
        }

        yield return other => other;
    }

    private static EquatableArray<Finding> Shape(JsonNode spec)
    {
        var sink = new FindingSink(new("", ""));
        SpecShapes.Spec.Check(spec, sink, "spec");
        return sink.ToArray();
    }
}

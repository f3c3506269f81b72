using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.ML.Tokenizers;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Guide;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Tests;

[TestClass]
public sealed class GuideTests
{
    /// <summary>What a model is asked to read before it writes a spec.</summary>
    private const int Budget = 1_200;

    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    public static IEnumerable<object[]> Kinds => GuideText.Kinds.Select(kind => new object[] { kind });

    public static IEnumerable<object[]> Pairs => GuideText.Kinds.SelectMany(kind => PairsOf(kind).Select((pair, index) => new object[] { kind, index + 1, pair.Wrong, pair.Right }));

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Guide_of_a_kind_fits_the_budget(string kind)
    {
        int Count(string text) => Tokenizer.CountTokens(text);
        Assert.IsLessThanOrEqualTo(Budget, Count(GuideText.Of(kind)),
            $"common {Count(GuideText.Of(null))}, page {Count(GuideText.Page(kind))}, spec {Count(GuideText.Example(kind))}");
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Page_of_a_kind_has_three_pairs(string kind) => Assert.HasCount(3, PairsOf(kind).ToArray());

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public async Task Whole_spec_passes_every_station(string kind)
    {
        var forge = new Forge.Forge();
        await using var sandbox = Sandboxes.Open(new Effects.Grants { Isolation = "process" });
        var tool = (await forge.TryAsync(forge.Make(Beside(kind, GuideText.Example(kind))), sandbox)).Tools[0];

        Assert.IsEmpty(tool.Findings, string.Join("\n", tool.Findings));
        Assert.IsTrue(tool.Samples.All(sample => sample.Result.Outcome == RunOutcome.Passed));
        Assert.AreEqual(kind, tool.Spec!.Implementation?.Kind ?? "declared");
    }

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void Wrong_has_a_finding_and_right_has_none(string kind, int number, string wrong, string right)
    {
        var bad = new Forge.Forge().Make(Beside(kind, With(kind, wrong))).Tools[0];
        var good = new Forge.Forge().Make(Beside(kind, With(kind, right))).Tools[0];

        Assert.IsTrue(bad.HasErrors, $"pair {number}: {wrong}");
        Assert.IsEmpty(good.Findings, $"pair {number}: " + string.Join("\n", good.Findings));
    }

    /// <summary>A spec first, then what it calls: the whole specs of two other kinds are the steps of the one of compose.</summary>
    private static SpecInput[] Beside(string kind, string text) =>
        kind == "compose" ? [Input(text), Input(GuideText.Example("transform")), Input(GuideText.Example("code"))] : [Input(text)];

    private static SpecInput Input(string text)
    {
        var name = ((JsonString)((JsonObject)JsonReader.Read(new SourceText("", text)).Root!)["name"]!).Value;
        return new SpecInput(name + ".tool.json", Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<(string Wrong, string Right)> PairsOf(string kind)
    {
        var lines = GuideText.Page(kind).Split('\n');
        var wrong = lines.Where(line => line.StartsWith("wrong: ", System.StringComparison.Ordinal)).Select(line => line["wrong: ".Length..]);
        var right = lines.Where(line => line.StartsWith("right: ", System.StringComparison.Ordinal)).Select(line => line["right: ".Length..]);
        return wrong.Zip(right);
    }

    /// <summary>The kind's whole spec with the members of a fragment in place of its own: those of the top level there, the others in <c>implementation</c>.</summary>
    private static string With(string kind, string fragment)
    {
        var spec = (JsonObject)JsonReader.Read(new SourceText("spec", GuideText.Example(kind))).Root!;
        var read = JsonReader.Read(new SourceText("fragment", fragment));
        Assert.IsEmpty(read.Findings, fragment);
        var members = ((JsonObject)read.Root!).Members;
        var top = members.Where(member => member.Name is "inputSchema" or "outputSchema" or "errors" or "examples" or "capabilities").ToArray();
        var inner = members.Except(top).ToArray();
        var implementation = spec["implementation"] is JsonObject own && inner.Length > 0 ? [new JsonMember("implementation", default, Replace(own, inner))] : System.Array.Empty<JsonMember>();

        // The examples of the whole spec are not the fragment's: one that only says what goes in.
        var required = (((JsonObject)spec["inputSchema"]!)["required"] as JsonArray)?.Items.OfType<JsonString>().Select(name => $"\"{name.Value}\": \"a\"") ?? [];
        var examples = JsonReader.Read(new SourceText("examples", $$"""[{"input": { {{string.Join(", ", required)}} }, "output": "?"}]""")).Root!;
        return Replace(spec, [.. top, .. implementation, new JsonMember("examples", default, examples)]).ToString();
    }

    private static JsonObject Replace(JsonObject @object, IReadOnlyList<JsonMember> with) => new(
        @object.Members.Where(member => with.All(other => other.Name != member.Name)).Concat(with).ToArray(), default);
}

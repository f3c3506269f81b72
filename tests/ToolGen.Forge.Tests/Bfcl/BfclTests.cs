using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using ToolGen.TestSupport.Errors;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>Foreign schemas of 562 functions: mended and never guessed, typed, compiled; what their authors accept passes, what no schema allows is refused.</summary>
[TestClass]
public sealed class BfclTests
{
    private static readonly Lazy<(IReadOnlyList<BfclDocument> Documents, IReadOnlyList<FixResult> Mended, ForgedSet Set)> Forged = new(() =>
    {
        var documents = BfclDocument.All();
        var mended = documents.Select(document => SpecFixer.Fix(document.Spec)).ToArray();
        var inputs = mended.Select(result => new SpecInput(result.Spec.Path, Encoding.UTF8.GetBytes(result.Spec.Text))).ToArray();
        return (documents, mended, new Forge().Make(inputs));
    });

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void All_documents_are_mended_as_an_independent_reading_says()
    {
        _ = SharedData.Require("data", "bfcl");
        var (documents, mended, _) = Forged.Value;
        Assert.HasCount(562, documents);
        var words = new Dictionary<string, int>();
        for (var i = 0; i < documents.Count; i++)
        {
            var function = documents[i].Function;
            var spec = JsonNode.Parse(mended[i].Spec.Text)!;
            Assert.IsEmpty(mended[i].Remaining, documents[i].Id);
            Assert.AreEqual(documents[i].Name, spec["name"]!.GetValue<string>());
            Assert.AreEqual(function.GetProperty("description").GetString(), spec["description"]!.GetValue<string>());
            AssertSame(BfclSchema.Mended(function.GetProperty("parameters")), spec["inputSchema"]!, documents[i].Id);
            if (function.TryGetProperty("response", out var response)) AssertSame(BfclSchema.Mended(response), spec["outputSchema"]!, documents[i].Id);
            Assert.AreEqual(0, SpecFixer.Fix(mended[i].Spec).Applied.Count, documents[i].Id);
            foreach (var (word, count) in BfclSchema.Words(function.GetProperty("parameters"))) words[word] = words.GetValueOrDefault(word) + count;
            if (function.TryGetProperty("response", out response))
                foreach (var (word, count) in BfclSchema.Words(response)) words[word] = words.GetValueOrDefault(word) + count;
        }

        // Each change is a finding of its own, so that nothing changed in silence.
        var applied = mended.SelectMany(result => result.Applied).CountBy(fix => fix.Finding.Id).ToDictionary();
        Assert.AreEqual(words["dict"] + words["float"] + words["tuple"] + words["any"], applied[FindingCatalog.TypeWord.Id]);
        Assert.AreEqual(4 + 2, applied[FindingCatalog.NoKeyword.Id], "optional, and lists in items");
        Assert.AreEqual(5, applied[FindingCatalog.WrongDefault.Id]);
        this.TestContext.WriteLine($"mended: {string.Join(", ", applied.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}"))}");
    }

    [TestMethod]
    public void All_documents_compile_to_typed_tools()
    {
        _ = SharedData.Require("data", "bfcl");
        var set = Forged.Value.Set;
        var errors = set.Tools.SelectMany(tool => tool.Findings).Where(finding => finding.Severity == FindingSeverity.Error).Take(20);
        Assert.AreEqual("", string.Join("\n", errors));
        Assert.AreEqual(562, set.Tools.Count(tool => tool.IsCompiled));
        this.TestContext.WriteLine($"documents 562, compiled {set.Tools.Count(tool => tool.IsCompiled)} in {set.Compiled.Elapsed.TotalSeconds:0.0} s");
    }

    [TestMethod]
    public async Task Every_accepted_answer_passes_and_only_the_known_wrong_labels_do_not()
    {
        _ = SharedData.Require("data", "bfcl");
        using var tools = Load();
        int accepted = 0, wrong = 0;
        foreach (var (document, tool) in Tools(tools).Where(entry => entry.Document.Answer is not null))
        {
            foreach (var (label, call) in BfclAnswers.Of(document))
            {
                var errors = await RefusedAsync(tool, call);
                if (BfclAnswers.KnownWrong.TryGetValue(label, out var pointer))
                {
                    CollectionAssert.Contains(errors.Select(error => error.Pointer).ToArray(), pointer, label);
                    wrong++;
                    continue;
                }

                Assert.IsEmpty(errors, $"{label} {call.ToJsonString()}: {string.Join("; ", errors)}");
                accepted++;
            }
        }

        Assert.AreEqual(BfclAnswers.KnownWrong.Count, wrong);
        this.TestContext.WriteLine($"answers accepted {accepted}, known wrong labels refused {wrong}");
    }

    [TestMethod]
    public async Task Every_systematic_corruption_is_refused_with_one_error_at_its_pointer()
    {
        _ = SharedData.Require("data", "bfcl");
        using var tools = Load();
        var refused = new Dictionary<string, int>();
        foreach (var (document, tool) in Tools(tools))
        {
            var schema = (JsonObject)BfclSchema.Mended(document.Function.GetProperty("parameters"));
            var call = document.Answer is not null ? BfclAnswers.First(document) : (JsonObject)BfclCorruptions.Smallest(schema);
            Assert.IsEmpty(await RefusedAsync(tool, call), $"{document.Id} {call.ToJsonString()}");
            foreach (var (kind, pointer, corrupted) in BfclCorruptions.Of(schema, call))
            {
                var errors = await RefusedAsync(tool, corrupted);
                var told = $"{document.Id} {kind} {pointer} {corrupted.ToJsonString()}: {string.Join("; ", errors)}";
                Assert.HasCount(1, errors, told);
                Assert.AreEqual(ToolErrorCodes.InvalidInput, errors[0].Code, told);
                Assert.AreEqual(pointer, errors[0].Pointer, told);
                refused[kind] = refused.GetValueOrDefault(kind) + 1;
            }
        }

        Assert.HasCount(5, refused);
        this.TestContext.WriteLine($"corruptions refused {refused.Values.Sum()}: {string.Join(", ", refused.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}"))}");
    }

    [TestMethod]
    public async Task Slips_of_models_are_refused_and_following_the_errors_repairs_them()
    {
        _ = SharedData.Require("data", "bfcl");
        using var tools = Load();
        var kinds = new SortedDictionary<string, (int Refused, int Repaired)>(StringComparer.Ordinal);
        var left = new List<string>();
        foreach (var (document, tool) in Tools(tools).Where(entry => entry.Document.Answer is not null))
        {
            var schema = (JsonObject)BfclSchema.Mended(document.Function.GetProperty("parameters"));
            var call = BfclAnswers.First(document);
            if (call.Count == 0) continue;
            foreach (var (kind, slip) in BfclSlips.Of(document.Name, schema, call))
            {
                var errors = await RefusedAsync(tool, slip);

                // Where the schema says nothing of the value, there is no slip.
                if (errors.Count == 0) continue;
                var repaired = await RepairsAsync(tool, slip.ToJsonString());
                var (before, right) = kinds.GetValueOrDefault(kind);
                kinds[kind] = (before + 1, right + (repaired ? 1 : 0));
                if (!repaired) left.Add($"{document.Id} {kind}: {string.Join("; ", errors)}");
            }
        }

        foreach (var (kind, (refused, repaired)) in kinds) this.TestContext.WriteLine($"{kind}: {repaired} of {refused}");
        var (all, mended) = (kinds.Values.Sum(kind => kind.Refused), kinds.Values.Sum(kind => kind.Repaired));
        this.TestContext.WriteLine($"slips refused {all}, repaired by following the errors {mended} ({100.0 * mended / all:0.00} %)");
        Assert.IsGreaterThanOrEqualTo(0.97, (double)mended / all, string.Join("\n", left.Take(20)));
    }

    // Two more calls, as an attentive caller would make.
    private static async Task<bool> RepairsAsync(Tool tool, string arguments)
    {
        for (var round = 0; round < 2; round++)
        {
            var errors = await RefusedAsync(tool, JsonNode.Parse(arguments)!);
            if (errors.Count == 0) return true;
            if (Follow.Advice(arguments, errors) is not { } next) return false;
            arguments = next;
        }

        return (await RefusedAsync(tool, JsonNode.Parse(arguments)!)).Count == 0;
    }

    private static LoadedTools Load()
    {
        Assert.IsTrue(Forged.Value.Set.Tools.All(tool => tool.IsCompiled), "see the test that compiles them");
        return new(Forged.Value.Set.Compiled.Image.AsSpan());
    }

    private static IEnumerable<(BfclDocument Document, Tool Tool)> Tools(LoadedTools loaded) =>
        Forged.Value.Documents.Select((document, index) => (document, loaded.Find(Forged.Value.Set.Tools[index].Compiled!.Unit.TypeName)!));

    // The stand-in for the project's code answers `unavailable`: whoever gets there passed the check of the arguments.
    private static async Task<IReadOnlyList<ToolError>> RefusedAsync(Tool tool, JsonNode call)
    {
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), new NoEffects());
        Assert.IsTrue(result.IsError);
        return result.Errors is [{ Code: ToolErrorCodes.Unavailable }] ? [] : result.Errors;
    }

    private static void AssertSame(JsonNode expected, JsonNode actual, string id) => Assert.AreEqual(expected.ToJsonString(), actual.ToJsonString(), id);

    private sealed class NoEffects : ToolContext
    {
        public override DateTimeOffset Now => DateTimeOffset.UnixEpoch;

        public override Random Random { get; } = new(0);

        public override void Log(string message)
        {
        }
    }
}

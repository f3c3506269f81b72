using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Retrieval;
using static ToolGen.Registry.Tests.Retrieval.OpenedIndex;

namespace ToolGen.Registry.Tests.Retrieval;

[TestClass]
public sealed class DenseTests
{
    private static readonly ToolDocument[] Tools =
        [Tool("automobile_price", "What an automobile costs."), Tool("soup_recipe", "A recipe of soup."), .. Enumerable.Range(0, 10).Select(i => Tool($"other_{i}", $"Does other things {new string((char)('a' + i), 5)}."))];

    [TestMethod]
    public async Task A_need_that_shares_no_word_with_a_tool_finds_it_by_meaning()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel();
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first"));
        await index.UpdateAsync(Tools, 2);
        Assert.IsFalse(index.Search(new("vehicle")).Hits.Any(hit => hit.Name == "automobile_price"));
        var hit = (await index.SearchAsync(new("vehicle") { Explain = true })).Hits[0];
        Assert.AreEqual(("automobile_price", 1), (hit.Name, hit.Arms.Single(arm => arm.Arm == "dense").Rank));
    }

    [TestMethod]
    public async Task A_text_is_given_a_vector_once_and_anew_for_another_model()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel();
        using (var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first"))) await index.UpdateAsync(Tools, 2);
        Assert.AreEqual(Tools.Length, model.Texts);
        using (var again = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first")))
        {
            await again.UpdateAsync(Tools, 2);
            Assert.AreEqual(Tools.Length, model.Texts);
            await again.UpdateAsync([.. Tools.Skip(1), Tools[0] with { Description = "The price of a car." }], 3);
            Assert.AreEqual(Tools.Length + 1, model.Texts);
        }

        using var other = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "second"));
        Assert.IsEmpty((await other.SearchAsync(new("vehicle"))).Hits, "vectors of another model say nothing");
        await other.UpdateAsync(Tools, 3);
        Assert.AreEqual(1 + 1 + (2 * Tools.Length), model.Texts);
        Assert.AreEqual("automobile_price", (await other.SearchAsync(new("vehicle"))).Hits[0].Name);
    }

    [TestMethod]
    public async Task An_arm_that_knows_nothing_weighs_less_than_was_expected_of_it()
    {
        // Asks share words with the asks of other tools, so that what is nearest is a matter of degree.
        string[] words = ["amber", "birch", "coral", "delta", "ember", "frost", "grape", "hazel"];
        string Word(int i) => words[i % words.Length];
        var tools = Enumerable.Range(0, 56).Select(i => Tool(
            $"{Word(i)}_{Word((i / 8) + i + 1)}", "Nothing is said here.",
            $"{Word(i)} {Word((i / 8) + i + 1)} {Word(i * 3)}", $"{Word((i / 8) + i + 1)} {Word(i)} {Word(i * 5)}", $"{Word(i)} {Word(i * 7)}")).ToArray();
        await using var opened = await OfAsync();
        using var model = new MeaningModel { IsSilly = true };
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "silly"));
        await index.UpdateAsync(tools, 2);
        Assert.IsLessThan(0.5, index.Search(new("anything")).Weights["dense"]);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(5_000)]
    public async Task A_model_that_gives_no_vectors_is_refused_and_nothing_is_changed(int dimensions)
    {
        await using var opened = await OfAsync(Tools);
        using var model = new MeaningModel { Dimensions = dimensions };
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "bad"));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(async () => await index.UpdateAsync(Tools, 2));
        Assert.AreEqual((1L, "soup_recipe"), (index.Generation, index.Search(new("soup")).Hits[0].Name));
    }

    /// <summary>Words by their hash, a few by their meaning.</summary>
    private sealed class MeaningModel : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Dimensions { get; init; } = 64;

        public bool IsSilly { get; init; }

        public int Texts { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var all = new GeneratedEmbeddings<Embedding<float>>();
            foreach (var text in values)
            {
                this.Texts++;
                var vector = new float[this.Dimensions];
                foreach (var word in this.IsSilly ? [text.Aggregate(7, (hash, c) => ((hash * 31) + c) & 0xFFFF).ToString(System.Globalization.CultureInfo.InvariantCulture)[..1]] : text.ToLowerInvariant().Split(' ', '_', ':', '.', '\n'))
                    if (word.Length > 0 && vector.Length > 0) vector[(word is "vehicle" or "automobile" or "car" ? "car" : word).Aggregate(7, (hash, c) => ((hash * 31) + c) & 0xFFFF) % vector.Length] += 1;
                all.Add(new(vector));
            }

            return Task.FromResult(all);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

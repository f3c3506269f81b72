using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
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
        Assert.AreEqual(1 + (2 * Tools.Length), model.Texts, "nobody asks for what says nothing");
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
        Assert.IsLessThan(0.5, (await index.SearchAsync(new("anything"))).Weights["dense"]);
        Assert.AreEqual(0.0, index.Search(new("anything")).Weights["dense"]);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(5_000)]
    public async Task A_model_that_gives_no_vectors_is_refused_and_the_words_are_up_to_date_all_the_same(int dimensions)
    {
        await using var opened = await OfAsync(Tools);
        using var model = new MeaningModel { Dimensions = dimensions };
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "bad"));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(async () => await index.UpdateAsync(Tools, 2));
        Assert.AreEqual((2L, "soup_recipe"), (index.Generation, index.Search(new("soup")).Hits[0].Name));
    }

    [TestMethod]
    [DataRow(Fault.Throws, "it fails")]
    [DataRow(Fault.Hangs, "did not answer within 0.2 s")]
    [DataRow(Fault.NoNumbers, "none of 1 to 4096 finite ones")]
    [DataRow(Fault.TooFew, "gave 0 vectors for 1 texts")]
    [DataRow(Fault.OtherLength, "a vector of 65 numbers")]
    public async Task Where_a_model_fails_words_answer_and_that_is_told_once_until_it_answers_again(Fault fault, string told)
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel();
        var log = new List<string>();
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first") { Log = log.Add, QueryTime = TimeSpan.FromSeconds(0.2), RestTime = TimeSpan.Zero });
        await index.UpdateAsync(Tools, 2);
        model.Fault = fault;
        for (var i = 0; i < 3; i++)
        {
            var answer = await index.SearchAsync(new("soup vehicle"));
            Assert.AreEqual(("soup_recipe", 1, 0.0), (answer.Hits[0].Name, answer.Hits.Count, answer.Weights["dense"]));
        }

        StringAssert.Contains(log.Single(), told);
        model.Fault = Fault.None;
        Assert.IsTrue((await index.SearchAsync(new("soup vehicle"))).Hits.Any(hit => hit.Name == "automobile_price"));
        Assert.HasCount(2, log);
        StringAssert.Contains(log[1], "answers again");
    }

    [TestMethod]
    public async Task A_model_that_failed_is_left_alone_for_a_while()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel { Fault = Fault.Throws };
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first") { Log = _ => { } });
        await index.UpdateAsync(Tools, 2);
        var asked = model.Questions;
        for (var i = 0; i < 5; i++) Assert.AreEqual("soup_recipe", (await index.SearchAsync(new("soup"))).Hits[0].Name);
        await index.UpdateAsync(Tools, 3);
        Assert.AreEqual((asked, 3L, false), (model.Questions, index.Generation, index.LacksVectors));
    }

    [TestMethod]
    public async Task A_text_that_a_model_does_not_take_takes_no_vectors_from_the_others()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel { Refused = "poison" };
        var log = new List<string>();
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first") { Log = log.Add });
        var bad = Tool("bad", "Is full of poison.") with { State = ToolState.Candidate };
        var late = Tool("late_price", $"{new string('x', 900)} vehicle {new string('y', 2_000)} poison");
        await index.UpdateAsync([.. Tools, bad, late], 2);
        CollectionAssert.AreEquivalent(new[] { "automobile_price", "late_price" }, (await index.SearchAsync(new("car"))).Hits.Take(2).Select(hit => hit.Name).ToArray());
        Assert.IsFalse(index.LacksVectors);
        await index.UpdateAsync([.. Tools, bad, late], 3);
        StringAssert.StartsWith(log.Single(), "1 tool is found by words alone: ");
    }

    [TestMethod]
    public async Task Candidates_that_a_model_does_not_take_do_not_turn_it_off_however_many_they_are()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel { Refused = "poison" };
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first"));
        await index.UpdateAsync([.. Enumerable.Range(0, 400).Select(i => Tool($"bad_{i}", "Is full of poison.") with { State = ToolState.Candidate }), .. Tools], 2);
        Assert.AreEqual("automobile_price", (await index.SearchAsync(new("vehicle"))).Hits[0].Name);
        Assert.IsLessThan(1_000, model.Questions);
    }

    [TestMethod]
    public async Task A_model_that_is_exchanged_while_an_index_is_open_is_noticed_when_it_answers_again()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel();
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first") { Log = _ => { }, RestTime = TimeSpan.Zero });
        await index.UpdateAsync(Tools, 2);
        model.Fault = Fault.OtherLength;
        Assert.IsEmpty((await index.SearchAsync(new("vehicle"))).Hits);
        Assert.IsTrue(index.LacksVectors);
        await index.UpdateAsync(Tools, 2);
        Assert.AreEqual("automobile_price", (await index.SearchAsync(new("vehicle"))).Hits[0].Name);
    }

    [TestMethod]
    public async Task A_request_that_a_model_does_not_take_takes_the_model_from_nobody()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel { Refused = "poison" };
        var log = new List<string>();
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first") { Log = log.Add });
        await index.UpdateAsync(Tools, 2);
        Assert.AreEqual("soup_recipe", (await index.SearchAsync(new("poison soup"))).Hits.Single().Name);
        Assert.AreEqual("automobile_price", (await index.SearchAsync(new("vehicle"))).Hits[0].Name);
        var asked = model.Questions;
        await index.SearchAsync(new("vehicle"));
        Assert.AreEqual(asked, model.Questions, "the same words are asked once");
        Assert.IsEmpty(log);
    }

    [TestMethod]
    public async Task What_a_model_refused_is_not_asked_again_and_many_of_them_keep_it_from_nobody()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel { Refused = "poison" };
        var log = new List<string>();
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first") { Log = log.Add, RestTime = TimeSpan.Zero });
        ToolDocument[] all = [.. Enumerable.Range(0, 600).Select(i => Tool($"bad_{i}", $"Is full of poison {i}.") with { State = ToolState.Candidate }), .. Tools];
        for (var i = 0; i < 10 && index.LacksVectors; i++) await index.UpdateAsync(all, 2);
        Assert.IsFalse(index.LacksVectors);
        Assert.AreEqual("automobile_price", (await index.SearchAsync(new("vehicle"))).Hits[0].Name);
        Assert.IsFalse(log.Any(line => line.Contains("until it answers", StringComparison.Ordinal)), string.Join('\n', log));
        var asked = 0;
        for (var i = 0; i < 10 && asked != 2; i++)
        {
            var before = model.Questions;
            await index.UpdateAsync([.. all, Tool($"one_more_{i}", "Is new.")], 3 + i);
            asked = model.Questions - before;
        }

        Assert.AreEqual(2, asked, "the text that tells models apart, and the new one");
    }

    [TestMethod]
    public async Task A_model_that_was_exchanged_under_its_name_is_noticed()
    {
        await using var opened = await OfAsync();
        using var model = new MeaningModel();
        using (var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "the same"))) await index.UpdateAsync(Tools, 2);
        using var other = new MeaningModel { Dimensions = 128 };
        using (var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(other, "the same")))
        {
            await index.UpdateAsync(Tools, 2);
            Assert.AreEqual("automobile_price", (await index.SearchAsync(new("vehicle"))).Hits[0].Name);
        }

        using var turned = new MeaningModel { Dimensions = 128, Turn = 7 };
        using var last = await ToolIndex.OpenAsync(opened.Path, new DenseModel(turned, "the same"));
        await last.UpdateAsync(Tools, 2);
        Assert.AreEqual(Tools.Length, turned.Texts);
        Assert.AreEqual("automobile_price", (await last.SearchAsync(new("vehicle"))).Hits[0].Name);
    }

    [TestMethod]
    public async Task The_arm_is_measured_on_an_index_that_was_made_without_it_and_changes_nothing_for_who_has_no_model()
    {
        // What is asked with shares no word with the rest, but its meaning.
        var tools = Enumerable.Range(0, 60).Select(i => Tool($"tool_{i}", $"Says {Letters(i)}a of {Letters(i)}b.", $"{Letters(i)}c", $"{Letters(i)}d", $"{Letters(i)}e")).ToArray();
        await using var opened = await OfAsync(tools);
        var before = opened.Index.Search(new($"{Letters(3)}a")).Weights;
        using var model = new MeaningModel { Dimensions = 512, Meaning = word => word.Length == 4 ? word[..3] : word };
        using var index = await ToolIndex.OpenAsync(opened.Path, new DenseModel(model, "first"));
        await index.UpdateAsync(tools, 1);
        var answer = await index.SearchAsync(new($"{Letters(3)}f"));
        Assert.AreEqual("tool_3", answer.Hits[0].Name);
        Assert.IsGreaterThanOrEqualTo(0.5, answer.Weights["dense"]);
        CollectionAssert.AreEqual(before.ToArray(), opened.Index.Search(new($"{Letters(3)}a")).Weights.ToArray());
        var asked = model.Texts;
        await index.UpdateAsync(tools, 1);
        Assert.AreEqual(asked, model.Texts);
    }

    private static string Letters(int i) => new([(char)('a' + (i % 20)), (char)('b' + (i / 20)), (char)('c' + (i % 20))]);
}

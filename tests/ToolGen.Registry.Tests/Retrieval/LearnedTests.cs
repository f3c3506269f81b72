using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Retrieval;
using static ToolGen.Registry.Tests.Retrieval.OpenedIndex;

namespace ToolGen.Registry.Tests.Retrieval;

[TestClass]
public sealed class LearnedTests
{
    private static readonly string[] Places = ["oslo", "rome", "lima", "quito", "paris", "delhi", "cairo", "tokyo", "perth", "osaka", "turin", "malmo"];

    [TestMethod]
    public async Task What_asks_have_in_common_tells_tools_apart_that_say_the_same_of_themselves()
    {
        await using var opened = await OfAsync(Twins());
        var answer = opened.Index.Search(new("umbrella for vienna") { Explain = true });
        Assert.IsGreaterThan(0.0, answer.Weights["asks"]);
        Assert.AreEqual("rain00", answer.Hits[0].Name);
        var asks = answer.Hits[0].Arms.Single(arm => arm.Arm == "asks");
        Assert.AreEqual(1, asks.Rank);
        Assert.IsEmpty(asks.Terms);
        Assert.AreEqual("heat00", opened.Index.Search(new("sunscreen for vienna")).Hits[0].Name);
    }

    [TestMethod]
    public async Task What_was_learned_finds_no_tool_that_has_no_word_of_the_request_and_none_that_is_filtered_out()
    {
        await using var opened = await OfAsync(Twins());
        var found = opened.Index.Search(new("umbrella") { Limit = 100 }).Hits.Select(hit => hit.Name).ToArray();
        CollectionAssert.AreEqual(new[] { "rain00" }, found);
        Assert.AreEqual("", opened.Names(new ToolQuery("umbrella") { Kind = "http" }));
        Assert.AreEqual("", opened.Names("zzzz qqqq"));
    }

    [TestMethod]
    public async Task A_tool_that_is_added_is_learned_at_once_and_one_that_goes_is_found_no_more()
    {
        await using var opened = await OfAsync(Twins());
        var more = Tool("snow", "Says what to take along.", [.. Places.Select(place => $"sledge for {place}")]);
        await opened.Index.UpdateAsync([.. Twins(), more], 2);
        var answer = opened.Index.Search(new("sledge for vienna") { Explain = true });
        Assert.AreEqual(("snow", 1), (answer.Hits[0].Name, answer.Hits[0].Arms.Single(arm => arm.Arm == "asks").Rank));
        await opened.Index.UpdateAsync([.. Twins().Skip(1), more], 3);
        Assert.AreEqual("", opened.Names("umbrella"));
        Assert.AreEqual("heat00", opened.Index.Search(new("sunscreen for vienna")).Hits[0].Name);
    }

    [TestMethod]
    public async Task A_candidate_takes_no_words_from_what_was_approved_and_is_learned_once_it_is_approved_itself()
    {
        var copy = Tool("aaa_copy", "Counts letters.", [.. Places.SelectMany(place => new[] { $"umbrella for {place}", $"sunscreen for {place}" })]) with { State = ToolState.Candidate };
        await using var opened = await OfAsync([.. Twins(), copy]);
        var all = new ToolQuery("umbrella for vienna") { States = [ToolState.Approved, ToolState.Candidate], Explain = true };
        var asks = opened.Index.Search(all).Hits.ToDictionary(hit => hit.Name, hit => hit.Arms.Single(arm => arm.Arm == "asks"));
        Assert.AreEqual(1, asks["rain00"].Rank);
        var before = asks["aaa_copy"].Score;
        await opened.Index.UpdateAsync([.. Twins(), copy with { State = ToolState.Approved }], 2);
        var after = opened.Index.Search(all).Hits.Single(hit => hit.Name == "aaa_copy").Arms.Single(arm => arm.Arm == "asks").Score;
        Assert.IsGreaterThan(before, after);
    }

    [TestMethod]
    public async Task Many_candidates_change_no_weight_and_turn_no_learning_off()
    {
        var hostile = Enumerable.Range(0, 2_000).Select(i => Tool($"aaa{i:0000}", "Says what to take along, umbrella or sunscreen.", $"umbrella for {Places[i % Places.Length]}", $"how often is letter{(char)('a' + (i % 20))} in a text"))
            .Select((tool, i) => tool with { State = i % 3 == 0 ? ToolState.Rejected : ToolState.Candidate }).ToArray();
        await using var without = await OfAsync(Twins());
        await using var with = await OfAsync([.. Twins(), .. hostile]);
        var (alone, among) = (without.Index.Search(new("umbrella for vienna") { Explain = true }), with.Index.Search(new("umbrella for vienna") { Explain = true }));
        Assert.IsGreaterThan(0.0, alone.Weights["asks"]);
        CollectionAssert.AreEqual(alone.Weights.ToArray(), among.Weights.ToArray());
        Assert.AreEqual(("rain00", 1), (among.Hits[0].Name, among.Hits[0].Arms.Single(arm => arm.Arm == "asks").Rank));

        // Nor do those that come later.
        await without.Index.UpdateAsync([.. Twins(), .. hostile], 2);
        CollectionAssert.AreEqual(alone.Weights.ToArray(), without.Index.Search(new("umbrella for vienna")).Weights.ToArray());
        Assert.AreEqual("rain00", without.Index.Search(new("umbrella for vienna")).Hits[0].Name);
    }

    [TestMethod]
    public async Task Without_asks_nothing_is_learned()
    {
        await using var opened = await OfAsync([.. Twins().Select(tool => tool with { Asks = [] })]);
        Assert.AreEqual(0.0, opened.Index.Search(new("take along")).Weights["asks"]);
    }

    [TestMethod]
    [DataRow("UPDATE learned SET weights = x'00'")]
    [DataRow("UPDATE learned SET weights = CAST(replace(hex(zeroblob(length(weights) / 2)), '00', '~~') AS BLOB)", DisplayName = "no numbers")]
    [DataRow("UPDATE meta SET value = 'x' WHERE name = 'learned'")]
    [DataRow("UPDATE meta SET value = '1000000' WHERE name = 'learned'")]
    public async Task What_was_learned_and_then_edited_is_told(string edit)
    {
        await using var opened = await OfAsync(Twins());
        opened.Index.Dispose();
        opened.Edit(edit);
        await opened.OpenAsync();
        var refused = Assert.ThrowsExactly<RegistryException>(() => opened.Index.Search(new("umbrella for vienna")));
        Assert.AreEqual(RegistryFault.Damaged, refused.Fault);
        StringAssert.Contains(refused.Message, "delete index.db");
    }

    /// <summary>Tools of one description and two kinds of asks, and others.</summary>
    private static ToolDocument[] Twins() =>
    [
        .. new[] { ("rain00", "umbrella"), ("heat00", "sunscreen") }.Select(one => Tool(one.Item1, "Says what to take along.", [.. Places.Select(place => $"{one.Item2} for {place}")])),
        .. Enumerable.Range(0, 20).Select(i => Tool($"other{i:00}", $"Counts letter{(char)('a' + i)}.", $"how often is letter{(char)('a' + i)} in {Places[i % Places.Length]}", $"letter{(char)('a' + i)} of a text")),
    ];
}

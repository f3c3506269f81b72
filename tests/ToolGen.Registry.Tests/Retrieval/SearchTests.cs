using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Registry.Tests.Retrieval;

[TestClass]
public sealed class SearchTests
{
    private static readonly ToolDocument[] Few =
    [
        OpenedIndex.Tool("weather_forecast", "The weather of the next days at a place."),
        OpenedIndex.Tool("sumCsvByColumn", "Adds up the numbers of a column of a CSV file.") with { Parameters = [new("groupBy", "Rows of the same region or month are one.")], Kind = "transform" },
        OpenedIndex.Tool("exchange_rate", "Today's rate between two currencies.", "how many euros are 20 dollars") with { Kind = "http", Capabilities = ["http:GET https://rates.example"], Collections = ["money"] },
        OpenedIndex.Tool("airqualityindex", "How clean it is outside."),
    ];

    [TestMethod]
    [DataRow("forecasts for tomorrow's weather", "weather_forecast", DisplayName = "stems")]
    [DataRow("csv sum", "sumCsvByColumn", DisplayName = "parts of an identifier")]
    [DataRow("totals for each region", "sumCsvByColumn", DisplayName = "a parameter's text")]
    [DataRow("20 dollars in euros please", "exchange_rate", DisplayName = "an ask")]
    [DataRow("wheather forcast", "weather_forecast", DisplayName = "misspelt")]
    [DataRow("quality of the air", "airqualityindex", DisplayName = "a part of a compound")]
    public async Task A_tool_is_found_by(string need, string tool)
    {
        await using var opened = await OpenedIndex.OfAsync(Few);
        Assert.AreEqual(tool, opened.Index.Search(new(need)).Hits[0].Name);
    }

    [TestMethod]
    public async Task What_fits_nothing_finds_nothing()
    {
        await using var opened = await OpenedIndex.OfAsync(Few);
        foreach (var need in new[] { "", "  ", "zzzz qqqq", "\0", "\"", "*", "NEAR(", "name:x OR", "' OR 1=1 --", new string('(', 10_000) })
            Assert.AreEqual("", opened.Names(need), need);
    }

    [TestMethod]
    public async Task A_request_of_stop_words_alone_still_finds_a_tool_of_that_name()
    {
        await using var opened = await OpenedIndex.OfAsync([.. Few, OpenedIndex.Tool("now", "The time.")]);
        Assert.AreEqual("now", opened.Index.Search(new("now")).Hits[0].Name);
        Assert.AreEqual("", opened.Names("the"));
    }

    [TestMethod]
    public async Task Filters_hold_together()
    {
        await using var opened = await OpenedIndex.OfAsync(Few);
        const string Need = "weather csv rate clean";
        Assert.AreEqual("exchange_rate", opened.Names(new ToolQuery(Need) { Kind = "http" }));
        Assert.AreEqual("exchange_rate", opened.Names(new ToolQuery(Need) { Capability = "http:*rates*" }));
        Assert.AreEqual("exchange_rate", opened.Names(new ToolQuery(Need) { Collection = "money", Kind = "http", Capability = "http:GET https://rates.example" }));
        Assert.AreEqual("", opened.Names(new ToolQuery(Need) { Collection = "money", Kind = "transform" }));
        Assert.AreEqual("", opened.Names(new ToolQuery(Need) { Capability = "http:%" }));
        Assert.AreEqual("", opened.Names(new ToolQuery(Need) { States = [ToolState.Candidate] }));
        Assert.HasCount(1, opened.Index.Search(new(Need) { Limit = 1 }).Hits);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => opened.Index.Search(new(Need) { Limit = 0 }));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => opened.Index.Search(new(Need) { Limit = 101 }));
    }

    [TestMethod]
    public async Task Only_what_may_be_called_is_found_unasked_and_a_session_tool_by_its_maker_alone()
    {
        await using var opened = await OpenedIndex.OfAsync([.. Enum.GetValues<ToolState>().Select(state => OpenedIndex.Tool("halve_" + state, "Halves a number.") with { State = state, SessionOf = state == ToolState.Session ? "ann" : null })]);
        Assert.AreEqual("halve_Approved halve_Deprecated", opened.Names("halve a number"));
        var session = new ToolQuery("halve a number") { States = [ToolState.Session] };
        Assert.AreEqual("", opened.Names(session));
        Assert.AreEqual("", opened.Names(session with { Caller = "bob" }));
        Assert.AreEqual("halve_Session", opened.Names(session with { Caller = "ann" }));
        Assert.AreEqual("halve_Candidate", opened.Names(new ToolQuery("halve a number") { States = [ToolState.Candidate] }));
    }

    [TestMethod]
    public async Task An_answer_says_why_where_it_is_asked_to()
    {
        await using var opened = await OpenedIndex.OfAsync(Few);
        Assert.IsEmpty(opened.Index.Search(new("weather")).Hits[0].Arms);
        var hit = opened.Index.Search(new("weather forecasts of places") { Explain = true }).Hits[0];
        CollectionAssert.AreEqual(new[] { "words", "grams", "asks", "dense" }, hit.Arms.Select(arm => arm.Arm).ToArray());
        Assert.AreEqual((1, null, null), (hit.Arms[0].Rank, hit.Arms[2].Rank, hit.Arms[3].Rank));
        var term = hit.Arms[0].Terms.Single(term => term.Term == "weather");
        Assert.AreEqual((1, "name description"), (term.Tools, term.Fields));
        Assert.AreEqual(hit.Arms[0].Score, hit.Arms[0].Terms.Sum(term => term.Score), 1e-5);
        CollectionAssert.AreEquivalent(new[] { "forecast", "place", "weather" }, hit.Arms[0].Terms.Select(term => term.Term).ToArray());
    }

    [TestMethod]
    public async Task Words_in_rarer_places_count_and_the_same_search_has_the_same_answer()
    {
        var tools = Enumerable.Range(0, 300).Select(i => OpenedIndex.Tool($"tool_{i:000}", $"Common words of a common tool, of number{i % 7} and letter{i}.", $"ask for common letter{i} things")).ToArray();
        await using var one = await OpenedIndex.OfAsync(tools);
        await using var other = await OpenedIndex.OfAsync([.. tools.Reverse()]);
        Assert.AreEqual("tool_123", one.Index.Search(new("common letter123 of numbers")).Hits[0].Name);
        foreach (var need in new[] { "common number3", "letter5 leter77", "thing" })
        {
            var (answer, again) = (one.Index.Search(new(need)), other.Index.Search(new(need)));
            CollectionAssert.AreEqual(answer.Hits.ToArray(), again.Hits.ToArray());
            CollectionAssert.AreEqual(answer.Weights.ToArray(), again.Weights.ToArray());
        }
    }
}

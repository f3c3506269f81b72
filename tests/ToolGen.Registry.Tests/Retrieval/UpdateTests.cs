using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Retrieval;
using ToolGen.Registry.Retrieval.Ranking;
using static ToolGen.Registry.Tests.Retrieval.OpenedIndex;

namespace ToolGen.Registry.Tests.Retrieval;

[TestClass]
public sealed class UpdateTests
{
    [TestMethod]
    public async Task An_index_of_this_generation_reads_no_document()
    {
        await using var opened = await OfAsync(Tool("halve", "Halves a number."));
        await opened.Index.UpdateAsync(Unread(), 1);
        Assert.AreEqual(1L, opened.Index.Generation);
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(async () => await opened.Index.UpdateAsync(Unread(), 2));
        Assert.AreEqual("halve", opened.Names("halve"), "a failed update leaves it as it was");

        static IEnumerable<ToolDocument> Unread()
        {
            yield return Tool("double", "Doubles a number.");
            throw new InvalidOperationException();
        }
    }

    [TestMethod]
    public async Task Few_changes_and_many_give_what_a_new_index_gives()
    {
        var tools = Enumerable.Range(0, 200).Select(i => Tool($"tool_{i:000}", $"Counts {Rare(i % 5)} and {Rare(i)}.")).ToList();
        await using var opened = await OfAsync([.. tools]);
        for (var generation = 2; generation < 40; generation++)
        {
            tools[generation] = tools[generation] with { Description = $"Counts {Rare(300 + generation)} and {Rare(generation % 5)}." };
            tools.RemoveAt(100);
            tools.Add(Tool($"added_{generation}", $"Adds {Rare(400 + generation)}."));
            await opened.Index.UpdateAsync(tools, generation);
            Assert.AreEqual($"tool_{generation:000}", opened.Names(Rare(300 + generation)).Split(' ')[0]);
            Assert.AreEqual($"added_{generation}", opened.Names(Rare(400 + generation)).Split(' ')[0]);
        }

        await using var anew = await OfAsync([.. tools]);
        foreach (var need in new[] { Rare(3), Rare(99) + " " + Rare(150), Rare(170), Rare(307) + " " + Rare(409) })
            CollectionAssert.AreEquivalent(
                anew.Index.Search(new(need) { Limit = 100 }).Hits.Select(hit => hit.Name).ToArray(), opened.Index.Search(new(need) { Limit = 100 }).Hits.Select(hit => hit.Name).ToArray(), need);
    }

    [TestMethod]
    public async Task A_state_that_changes_is_seen_at_once_by_an_index_opened_before()
    {
        var tools = Enumerable.Range(0, 30).Select(i => Tool($"tool{i}", $"Does {Rare(i)}.")).ToArray();
        await using var opened = await OfAsync(tools);
        using var other = await ToolIndex.OpenAsync(opened.Path);
        Assert.HasCount(1, other.Search(new(Rare(7))).Hits);
        tools[7] = tools[7] with { State = ToolState.Revoked };
        await opened.Index.UpdateAsync(tools, 2);
        Assert.IsEmpty(other.Search(new(Rare(7))).Hits);
        tools[7] = tools[7] with { State = ToolState.Session, SessionOf = "ann" };
        await opened.Index.UpdateAsync(tools, 3);
        Assert.HasCount(1, other.Search(new(Rare(7)) { States = [ToolState.Session], Caller = "ann" }).Hits);
    }

    [TestMethod]
    public async Task Requests_that_were_heard_count_from_the_next_update_on()
    {
        await using var opened = await OfAsync(Tool("halve", "Divides by two."), Tool("double", "Multiplies by two."));
        Assert.IsTrue(await opened.Index.AddAskAsync("id of halve", " what is half a dozen "));
        Assert.IsFalse(await opened.Index.AddAskAsync("id of halve", "what is half a dozen"), "the same");
        Assert.IsFalse(await opened.Index.AddAskAsync("id of nobody", "what is half a dozen"));
        Assert.IsFalse(await opened.Index.AddAskAsync("id of halve", "   "));
        Assert.AreEqual("", opened.Names("dozen"));
        await opened.Index.UpdateAsync([Tool("halve", "Divides by two."), Tool("double", "Multiplies by two.")], 1);
        Assert.AreEqual("halve", opened.Names("dozen"));
        for (var i = 0; i < 19; i++) Assert.IsTrue(await opened.Index.AddAskAsync("id of halve", $"request {i} {new string('x', 5_000)}"), i.ToString());
        Assert.IsFalse(await opened.Index.AddAskAsync("id of halve", "one more"));
        await opened.Index.UpdateAsync([Tool("halve", "Divides by two.")], 2);
        Assert.AreEqual("halve", opened.Names("dozen"));
    }

    [TestMethod]
    public async Task What_was_heard_goes_with_the_yes_of_a_person_and_is_no_question_that_arms_are_measured_with()
    {
        await using var opened = await OfAsync(Tool("halve", "Divides a number by two."));
        Assert.IsTrue(await opened.Index.AddAskAsync("id of halve", "what is half a dozen"));
        await opened.Index.UpdateAsync([Tool("halve", "Divides a number by two.")], 2);
        Assert.AreEqual("halve", opened.Names("dozen"));
        var tool = Tool("halve", "Divides a number by two.", "my own question");
        CollectionAssert.AreEqual(new[] { "my own question" }, SelfTest.Trials([(0, tool, ["my own question", "what is half a dozen"])]).Select(trial => trial.Text).ToArray());
        CollectionAssert.AreEqual(new[] { "Divides a number by two." }, SelfTest.Trials([(0, tool with { Asks = [] }, ["what is half a dozen"])]).Select(trial => trial.Text).ToArray());
        await opened.Index.UpdateAsync([Tool("halve", "Divides a number by two.") with { State = ToolState.Revoked }], 3);
        await opened.Index.UpdateAsync([Tool("halve", "Divides a number by two.")], 4);
        Assert.AreEqual("", opened.Names("dozen"));
        Assert.AreEqual("halve", opened.Names("divides"));
    }

    [TestMethod]
    public async Task Writers_and_readers_at_once_give_whole_answers()
    {
        var tools = Enumerable.Range(0, 60).Select(i => Tool($"tool{i}", $"Does {Rare(i)} for everybody.")).ToArray();
        await using var opened = await OfAsync(tools);
        var writer = Task.Run(async () =>
        {
            for (var generation = 2; generation < 12; generation++) await opened.Index.UpdateAsync([.. tools, Tool("last", $"Of {Rare(300 + generation)} for everybody.")], generation);
        });
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!writer.IsCompleted) Assert.HasCount(10, opened.Index.Search(new("everybody")).Hits);
        }));
        await Task.WhenAll([writer, .. readers]);
        Assert.AreEqual("last", opened.Names(Rare(311)));
    }

    [TestMethod]
    [DataRow("nothing")]
    [DataRow("no database, but a text that is long enough to be taken for the first page of one if nobody looked at it closely, which somebody does")]
    public async Task A_file_that_is_no_index_is_made_anew(string content)
    {
        await using var opened = await OfAsync(Tool("halve", "Halves."));
        opened.Index.Dispose();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(opened.Path)!)) File.Delete(file);
        await File.WriteAllTextAsync(opened.Path, content);
        await opened.OpenAsync();
        Assert.IsNull(opened.Index.Generation);
        Assert.AreEqual("", opened.Names("halve"));
        await opened.Index.UpdateAsync([Tool("halve", "Halves.")], 1);
        Assert.AreEqual("halve", opened.Names("halve"));
    }

    [TestMethod]
    [DataRow("UPDATE meta SET value = 'toolgen-index-0' WHERE name = 'format'")]
    [DataRow("CREATE TRIGGER t AFTER INSERT ON heard BEGIN DELETE FROM tools; END")]
    [DataRow("CREATE VIEW v AS SELECT 1")]
    [DataRow("DROP TABLE facets")]
    public async Task An_index_of_another_format_or_with_more_in_it_is_made_anew(string edit)
    {
        await using var opened = await OfAsync(Tool("halve", "Halves."));
        opened.Index.Dispose();
        opened.Edit(edit);
        await opened.OpenAsync();
        Assert.IsNull(opened.Index.Generation);
        await opened.Index.UpdateAsync([Tool("halve", "Halves.")], 1);
        Assert.AreEqual("halve", opened.Names("halve"));
    }

    [TestMethod]
    [DataRow("UPDATE terms SET postings = x'ffffffff7f81'")]
    [DataRow("UPDATE terms SET postings = x'05'")]
    [DataRow("UPDATE terms SET postings = x'0081'")]
    [DataRow("UPDATE terms SET postings = x'7f81'")]
    [DataRow("UPDATE terms SET postings = x'011f'")]
    [DataRow("UPDATE terms SET tools = -1")]
    [DataRow("UPDATE grams SET words = x'ffff'")]
    [DataRow("UPDATE grams SET words = x'ff7f01'")]
    [DataRow("UPDATE segments SET lengths = x'00'")]
    [DataRow("UPDATE segments SET first = 7")]
    [DataRow("UPDATE segments SET tools = 1000000000")]
    [DataRow("UPDATE meta SET value = 'x' WHERE name = 'revision'")]
    [DataRow("UPDATE meta SET value = '0 0 0 0 0' WHERE name = 'averages'")]
    [DataRow("DELETE FROM tools")]
    public async Task What_was_edited_is_told_and_nothing_else_comes_of_it(string edit)
    {
        await using var opened = await OfAsync(Tool("halve", "Halves a number."), Tool("double", "Doubles a number."));
        opened.Index.Dispose();
        opened.Edit(edit);
        await opened.OpenAsync();
        var refused = Assert.ThrowsExactly<RegistryException>(() => opened.Index.Search(new("halve numbers")));
        Assert.AreEqual(RegistryFault.Damaged, refused.Fault);
        StringAssert.Contains(refused.Message, "delete index.db");
    }

    /// <summary>A word of its own for each number, which has little in common with any other.</summary>
    private static string Rare(int number)
    {
        var letters = string.Concat(Enumerable.Range(0, 3).Select(at => (char)('a' + (number / (int)Math.Pow(8, at) % 8) + (8 * at))));
        return letters + letters + letters[0];
    }
}

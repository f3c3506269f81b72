using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Retrieval;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Retrieval;

[TestClass]
public sealed class VersionDocumentTests
{
    [TestMethod]
    public async Task An_index_follows_a_registry()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await using var index = await OpenedIndex.OfAsync();
        await index.Index.UpdateAsync(opened.Registry);
        Assert.AreEqual("", index.Names("divide by two"));
        var version = await opened.ApprovedAsync();
        await index.Index.UpdateAsync(opened.Registry);
        Assert.AreEqual(version.Id, index.Index.Search(new("divide by two")).Hits.Single().Id);
        await opened.Registry.MarkAsync(version.Id, ToolState.Revoked, "no longer", "ann");
        await index.Index.UpdateAsync(opened.Registry);
        Assert.AreEqual("", index.Names("divide by two"));
    }

    [TestMethod]
    public async Task Of_each_name_the_version_is_found_that_a_call_takes()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        foreach (var name in new[] { "halve", "cut", "split", "beta" })
        {
            foreach (var (number, i) in new[] { "1.0.0", "1.2.0", "1.10.0", "2.0.0-rc.1" }.Select((number, i) => (number, i)))
                if (name != "beta" || number.Contains('-', StringComparison.Ordinal)) await opened.ApprovedAsync(MadeVersions.Of(name, number, $"return new Output(input.N / {i + 2});"));
        }

        // One name has its newest deprecated, one all of them, and one a candidate that is newer than all.
        await opened.Registry.MarkAsync(opened.Registry.Find("cut")!.Id, ToolState.Deprecated, "old", "ann");
        foreach (var version in opened.Registry.History("split")) await opened.Registry.MarkAsync(version.Id, ToolState.Deprecated, "old", "ann");
        var candidate = await opened.Registry.AddAsync(MadeVersions.Of("halve", "3.0.0", "return new Output(1);"), "maker");
        var documents = VersionDocument.All(opened.Registry).ToArray();
        CollectionAssert.AreEquivalent(
            new[] { "halve", "cut", "split", "beta" }.Select(name => opened.Registry.Find(name)!.Id).Append(candidate.Id).ToArray(), documents.Select(document => document.Id).ToArray());
        Assert.AreEqual(("1.10.0", "1.2.0", "1.10.0"), (Number("halve"), Number("cut"), Number("split")));

        string Number(string name) => opened.Registry.Get(documents.Single(document => document.Name == name && document.State != ToolState.Candidate).Id)!.Version;
    }

    [TestMethod]
    public async Task Of_a_version_names_texts_and_asks_are_read_and_what_is_no_text_is_left_out()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker") with
        {
            Spec = """{ "asks": ["half of it", 7, null, "cut in two"] }""",
            McpTool = """{"title":"Halving","description":5,"inputSchema":{"properties":{"n":{"description":"The number."},"odd":true,"m":{"description":[]}}}}""",
        };
        var document = VersionDocument.Of(version, ["maths"]);
        Assert.AreEqual(("halve", "Halving", "", "code", ToolState.Candidate), (document.Name, document.Title, document.Description, document.Kind, document.State));
        CollectionAssert.AreEqual(new[] { "half of it", "cut in two" }, document.Asks.ToArray());
        CollectionAssert.AreEqual(new ToolParameterText[] { new("n", "The number."), new("odd"), new("m") }, document.Parameters.ToArray());
        CollectionAssert.AreEqual(new[] { "maths" }, document.Collections.ToArray());
        foreach (var text in new[] { "", "[]", "{", "null", """{"asks":{}}""", """{"description":"\ud800"}""", new string('[', 5_000) })
            Assert.AreEqual("halve", VersionDocument.Of(version with { Spec = text, McpTool = text }).Name);
    }
}

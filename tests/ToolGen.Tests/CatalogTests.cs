using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Tests;

/// <summary>A catalog knows its tools by their data, and makes one when somebody wants it.</summary>
[TestClass]
public sealed class CatalogTests
{
    private static readonly string[] Names = ["alpha", "beta", "delta", "gamma", "omega"];

    [TestMethod]
    public void Names_and_descriptors_make_no_tool()
    {
        var source = new CountedTools(Names);
        var catalog = new ToolCatalog(source);
        CollectionAssert.AreEqual(Names, catalog.Names.ToArray());
        CollectionAssert.AreEqual(Names, catalog.Descriptors.Select(one => one.Name).ToArray());
        CollectionAssert.AreEqual(Names, new CatalogToolbox(catalog).Tools.Select(one => one.Name).ToArray());
        Assert.AreEqual(5, catalog.Tools.Count);
        Assert.AreEqual(0, source.Made);
    }

    [TestMethod]
    public void Descriptor_says_what_the_data_say()
    {
        var one = new ToolCatalog(new CountedTools(Names)).Descriptors[1];
        Assert.AreEqual(("beta", "A\tB", "Say\n\"it\".", "1.2.0", "code", "hash of beta"), (one.Name, one.Title, one.Description, one.Version, one.Kind, one.SpecHash));
        Assert.AreEqual(("""{"type":"object"}""", "{}"), (Encoding.UTF8.GetString(one.InputSchema.Span), Encoding.UTF8.GetString(one.OutputSchema.Span)));
        StringAssert.StartsWith(Encoding.UTF8.GetString(one.McpTool.Span), """{"name":"beta",""", StringComparison.Ordinal);
        Assert.AreEqual(new ToolAnnotations(false, true, false, true), one.Annotations);
        CollectionAssert.AreEqual(new[] { "clock", @"read a\b" }, one.Capabilities.ToArray());
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("7 °C, 温度, 🌡", "7 °C, 温度, 🌡")]
    [DataRow(@"a\\\nb\\n", "a\\\nb\\n")]
    public void Text_is_what_its_data_say(string data, string expected)
    {
        foreach (var times in new[] { 1, 400 })
        {
            var source = new OneTool(CountedTools.Data("alpha", string.Concat(Enumerable.Repeat(data, times)) + "."));
            Assert.AreEqual(string.Concat(Enumerable.Repeat(expected, times)) + ".", new ToolCatalog(source).Descriptors[0].Title);
        }
    }

    [TestMethod]
    public void Data_without_its_lengths_is_refused() =>
        Assert.ThrowsExactly<FormatException>(() => new ToolCatalog(new OneTool("name\talpha\t\n{}\n")).Descriptors);

    [TestMethod]
    public void Tool_that_is_found_is_the_only_one_made_and_stays_the_same()
    {
        var source = new CountedTools(Names);
        var catalog = new ToolCatalog(source);
        var found = catalog.Find("GAMMA");
        Assert.AreEqual("gamma", found!.Descriptor.Name);
        Assert.AreSame(found, catalog.Tools[3]);
        Assert.IsNull(catalog.Find("no_such"));
        Assert.AreEqual(1, source.Made);
    }

    [TestMethod]
    public void Catalog_keeps_its_tools_whatever_becomes_of_the_list()
    {
        var tools = new System.Collections.Generic.List<Tool> { new ToolCatalog(new CountedTools(Names)).Find("beta")! };
        var catalog = new ToolCatalog(tools);
        tools.Clear();
        Assert.AreEqual("beta", catalog.Tools.Single().Descriptor.Name);
        Assert.AreSame(catalog.Find("beta"), catalog.Tools[0]);
    }

    [TestMethod]
    public void Enumerating_makes_what_it_gives_in_order()
    {
        var source = new CountedTools(Names);
        var catalog = new ToolCatalog(source);
        Assert.AreEqual("beta", catalog.Tools.Skip(1).First().Descriptor.Name);
        Assert.AreEqual(2, source.Made);
        CollectionAssert.AreEqual(Names, catalog.Tools.Select(tool => tool.Descriptor.Name).ToArray());
        Assert.AreEqual(5, source.Made);
    }

    [TestMethod]
    public async Task Eight_threads_get_one_object()
    {
        var catalog = new ToolCatalog(new CountedTools(Names));
        using var start = new Barrier(8);
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return catalog.Find("delta");
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.AreEqual(1, found.Distinct().Count());
    }

    [TestMethod]
    public void Descriptor_of_a_tool_is_that_of_its_catalog()
    {
        var catalog = new ToolCatalog(new CountedTools(Names));
        var before = catalog.Find("alpha")!;
        Assert.AreSame(before.Descriptor, catalog.Descriptors[0]);
        Assert.AreSame(catalog.Descriptors[4], catalog.Find("omega")!.Descriptor);
    }

    [TestMethod]
    public void Names_that_differ_in_case_alone_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new ToolCatalog(new CountedTools("alpha", "Alpha")));
        Assert.ThrowsExactly<ArgumentException>(() => new ToolCatalog(new Sample(), new Sample()));
    }

    [TestMethod]
    public void Only_some_are_the_same_tools_and_no_name_is_passed_over()
    {
        var catalog = new ToolCatalog(new CountedTools(Names));
        var some = catalog.Only("OMEGA", "alpha");
        CollectionAssert.AreEqual(new[] { catalog.Find("omega"), catalog.Find("alpha") }, some.Tools.ToArray());
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => catalog.Only("alpha", "nobody")).Message, "the catalog has no tool nobody");
    }

    private sealed class OneTool(string data) : ToolGen.Catalogs.CatalogSource
    {
        public override ReadOnlySpan<byte> Names => "alpha\n"u8;

        public override int Parts => 1;

        public override ReadOnlySpan<byte> Part(int part) => Encoding.UTF8.GetBytes(data);

        public override Tool Make(int place) => throw new NotSupportedException();
    }
}

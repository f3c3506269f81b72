using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Testing;
using Tools;

namespace ToolGen.Specs;

/// <summary>The specs of this folder, made by the compiler as in any project: each sample is a test.</summary>
[TestClass]
public sealed class SpecSamplesTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [ToolSamples(typeof(Catalog))]
    public Task Sample(ToolSample sample) => ToolSampleTest.RunAsync(sample, this.TestContext.CancellationToken);

    [TestMethod]
    public void Every_spec_is_in_the_catalog() => Assert.HasCount(64, Catalog.Tools.Tools.Where(tool => tool.Descriptor.Kind != "method").Select(tool => tool.Descriptor.Name).Distinct().ToArray());

    [TestMethod]
    public void Samples_of_methods_are_found_though_no_spec_stands_beside_them()
    {
        var found = new ToolSamplesAttribute(typeof(Catalog)).GetData(null!).Select(data => data[0]!.ToString());
        Assert.AreEqual(
            "hours_left › example 1|with_tax › example 1|with_tax › example 2 `below zero`|with_tax › example 3|with_tax › test 1 `held out`",
            string.Join("|", found.Where(name => name!.StartsWith("with_tax", System.StringComparison.Ordinal) || name.StartsWith("hours_left", System.StringComparison.Ordinal))));
    }
}

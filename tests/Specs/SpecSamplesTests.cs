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
    public void Every_spec_is_in_the_catalog() => Assert.HasCount(45, Catalog.Tools.Tools.Select(tool => tool.Descriptor.Name).Distinct().ToArray());
}

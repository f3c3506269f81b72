using AgentNamespace.Tools;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Testing;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace TestsNamespace;

/// <summary>Every sample of every spec is a test: the examples, and what stands in NAME.tests.json.</summary>
[TestClass]
public sealed class SampleTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [ToolSamples(typeof(Catalog))]
    public Task Sample(ToolSample sample) => ToolSampleTest.RunAsync(sample, TestContext.CancellationToken);
}

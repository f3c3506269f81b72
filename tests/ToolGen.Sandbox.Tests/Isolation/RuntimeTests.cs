using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>What a tool may use still works, however strong the isolation.</summary>
[TestClass]
public sealed class RuntimeTests
{
    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Landlock)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public void The_runtime_works_under_limits(IsolationLevel level)
    {
        using var worker = Workers.Start(level, "work after limits");
        Assert.AreEqual("here", worker.Line(), worker.Errors);
        worker.Limit(new(256L << 20, TimeSpan.FromSeconds(60), 64));
        worker.Go();
        var lines = worker.Lines();
        Assert.AreEqual(0, worker.Code(), worker.Errors);
        Assert.IsGreaterThanOrEqualTo(15, lines.Length);
        Assert.AreEqual("", string.Join("; ", lines.Where(line => !line.EndsWith(": ok", StringComparison.Ordinal))));
    }
}

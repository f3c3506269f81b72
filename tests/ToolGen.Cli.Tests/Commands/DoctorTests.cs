using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Output;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Cli.Tests.Commands;

/// <summary>What <c>doctor</c> tells of this machine, and of one that offers less.</summary>
[TestClass]
public sealed class DoctorTests
{
    [TestMethod]
    public async Task Json_tells_every_level_and_the_exit_code_agrees()
    {
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "doctor", "--json");
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        CollectionAssert.AreEqual((string[])["bubblewrap", "landlock", "seccomp", "process"], root.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("level").GetString()).ToArray());
        Assert.AreEqual(root.GetProperty("enough").GetBoolean() ? 0 : 1, run.Code);
    }

    [TestMethod]
    public void A_level_that_does_not_work_says_why_and_what_to_do()
    {
        var text = Report(seccomp: true).Text();
        StringAssert.Contains(text, "✗ bubblewrap ");
        StringAssert.Contains(text, "    why: not installed\n    to do: install it\n");
        StringAssert.Contains(text, "run isolated at the level seccomp.");
    }

    [TestMethod]
    public void Less_than_the_least_is_not_enough()
    {
        var report = Report(seccomp: false);
        Assert.IsFalse(report.IsEnough);
        StringAssert.Contains(report.Text(), "do not run here: process is less than seccomp");
    }

    private static IsolationText Report(bool seccomp) => new(
        [
            new(IsolationLevel.Bubblewrap, false, "not installed", "install it", TimeSpan.Zero),
            new(IsolationLevel.Seccomp, seccomp, "seen", null, TimeSpan.Zero),
            new(IsolationLevel.Process, true, "seen", null, TimeSpan.Zero),
        ],
        IsolationLevel.Seccomp,
        "limits");
}

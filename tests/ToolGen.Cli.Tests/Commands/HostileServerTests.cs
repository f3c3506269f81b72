using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

/// <summary><c>import mcp</c> of servers that hang, flood and leave processes behind.</summary>
[TestClass]
public sealed class HostileServerTests
{
    // What a server starts beside itself; it would live on for ten minutes.
    private const string Child = "sleep 600 & echo $! > child; exec \"$@\"";

    [TestMethod]
    public async Task A_server_that_never_answers_ends_in_time_with_all_that_it_started()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "import", "mcp", "notes", "-o", "tools", "--timeout", "1", "--", "sh", "-c", Child, "sh", "sleep", "600");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "the server notes: ");
        AssertGone(folder);
        Assert.IsFalse(Directory.Exists(folder.Full("tools")));
    }

    [TestMethod]
    public async Task A_server_that_answered_is_ended_with_all_that_it_started()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        var server = new ScriptedServer(folder);
        server.Lists(ScriptedServer.FindNotes);
        var run = await Toolgen.RunAsync(folder.Path, ["import", "mcp", "notes", "-o", "tools", "--", "sh", "-c", Child, "sh", .. server.Command]);
        Assert.AreEqual(0, run.Code, run.ToString());
        AssertGone(folder);
    }

    [TestMethod]
    public async Task Ctrl_C_ends_the_server_with_all_that_it_started()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        using var process = Toolgen.Start(folder.Path, ["import", "mcp", "notes", "-o", "tools", "--timeout", "600", "--", "sh", "-c", Child, "sh", "sleep", "600"]);
        var (@out, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using (var late = new System.Threading.CancellationTokenSource(TimeSpan.FromMinutes(3)))
            while (!File.Exists(folder.Full("child")) || folder.Read("child").Length == 0) await Task.Delay(20, late.Token);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])!) await kill.WaitForExitAsync();
        var run = await Toolgen.EndAsync(process, @out, error);
        Assert.AreEqual(130, run.Code, run.ToString());
        AssertGone(folder);
        Assert.IsFalse(Directory.Exists(folder.Full("tools")));
    }

    [TestMethod]
    public async Task A_flood_ends_at_the_limit_and_not_at_the_end_of_memory_or_time()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "import", "mcp", "notes", "-o", "tools", "--timeout", "600", "--", "sh", "-c", "head -c 90000000 /dev/zero; exec sleep 600");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "the server notes: unavailable");
    }

    [TestMethod]
    public async Task The_last_words_of_a_server_that_dies_are_shown_with_nothing_hidden()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "import", "mcp", "notes", "-o", "tools", "--", "sh", "-c", "printf 'no key \\033[2J given\\n' >&2; exit 3");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "the last that it wrote to standard error:\nno key \\u001b[2J given");
    }

    private static void AssertGone(TestFolder folder)
    {
        var id = int.Parse(folder.Read("child"), CultureInfo.InvariantCulture);
        Assert.IsFalse(File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").StartsWith("sleep", StringComparison.Ordinal), $"{id} lives");
    }
}

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;
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
        await AssertGoneAsync(folder);
        Assert.IsFalse(Directory.Exists(folder.Full("tools")));
    }

    [TestMethod]
    public async Task A_server_that_answered_is_ended_with_all_that_it_started()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        var server = new ScriptedServer(folder);
        server.Lists(ScriptedServer.FindNotes);
        var run = await Toolgen.RunAsync(folder.Path, ["import", "mcp", "notes", "-o", "tools", "--timeout", "300", "--", "sh", "-c", Child, "sh", .. server.Command]);
        Assert.AreEqual(0, run.Code, run.ToString());
        await AssertGoneAsync(folder);
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
        Interrupts.SendOrKill(process);
        var run = await Toolgen.EndAsync(process, @out, error);
        Assert.AreEqual(130, run.Code, run.ToString());
        await AssertGoneAsync(folder);
        Assert.IsFalse(Directory.Exists(folder.Full("tools")));
    }

    [TestMethod]
    public async Task What_a_server_let_go_does_not_hold_the_command_up()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a shell of Unix");
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, "import", "mcp", "notes", "-o", "tools", "--timeout", "300", "--", "sh", "-c", "sleep 600 >&- & echo $! > child; exit 3");
        using (var kill = Process.Start("kill", ["-KILL", folder.Read("child").Trim()])!) await kill.WaitForExitAsync();
        Assert.AreEqual(1, run.Code, run.ToString());
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
        var run = await Toolgen.RunAsync(folder.Path, "import", "mcp", "notes", "-o", "tools", "--timeout", "300", "--", "sh", "-c", "printf 'no key \\033[2J given\\n' >&2; exit 3");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "the last that it wrote to standard error:\nno key \\u001b[2J given");
    }

    // What was killed is gone when it is scheduled for the last time; a server that was killed before it started anything left nothing.
    private static async Task AssertGoneAsync(TestFolder folder)
    {
        if (!File.Exists(folder.Full("child")) || folder.Read("child").Length == 0) return;
        var id = int.Parse(folder.Read("child"), CultureInfo.InvariantCulture);
        using var late = new System.Threading.CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (CommandLineOf(id).StartsWith("sleep", StringComparison.Ordinal)) await Task.Delay(20, late.Token);
    }

    private static string CommandLineOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

[TestClass]
public sealed class TryTests
{
    [TestMethod]
    public async Task Failed_sample_exits_1_and_stands_at_the_value()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve(output: """{ "value": 3 }"""));

        var run = await Toolgen.RunAsync(folder.Path, "try", ".");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Out, "halve.tool.json(8,58): error TG5050: ");
        StringAssert.Contains(run.Error, "0 passed, 1 failed");
    }

    [TestMethod]
    public async Task Exception_stands_at_the_line_of_c_sharp_that_threw()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve("return new Output(input.N / (input.By - 4));"));

        var run = await Toolgen.RunAsync(folder.Path, "try", ".");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Out, "halve.tool.json(6,5): error TG5051: ");
    }

    [TestMethod]
    public async Task Worth_has_a_column_and_says_where_nothing_could_be_weighed()
    {
        using var folder = new TestFolder();
        const string two = """{ "value": 8 } }, { "input": { "n": 9, "by": 3 }, "output": { "value": 9 }""";
        folder.Write("halve.tool.json", Texts.Halve("return new Output(input.N);", output: two));

        var run = await Toolgen.RunAsync(folder.Path, "try", ".", "--worth");
        Assert.AreEqual(0, run.Code, run.ToString());
        StringAssert.Contains(run.Out, "worth ? 0/0");
        StringAssert.Contains(run.Out, "warning TG5065");
        StringAssert.Contains(run.Out, "halve: no change of its code could be tried");
    }

    [TestMethod]
    public async Task Held_out_samples_run_too_and_json_tells_of_each()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());
        folder.Write("halve.tests.json", """[ { "input": { "n": 9, "by": 3 }, "output": { "value": 3 } }, { "input": { "n": 1, "by": 0 }, "error": "invalid_input /by" } ]""");

        var run = await Toolgen.RunAsync(folder.Path, "try", "halve.tool.json", "--json");
        Assert.AreEqual(0, run.Code, run.ToString());
        using var document = JsonDocument.Parse(run.Out);
        var samples = document.RootElement.GetProperty("specs")[0].GetProperty("samples").EnumerateArray().ToArray();
        CollectionAssert.AreEqual(new[] { "examples", "tests", "tests" }, samples.Select(sample => sample.GetProperty("in").GetString()).ToArray());
        Assert.IsTrue(samples.All(sample => sample.GetProperty("outcome").GetString() == "passed"));
    }

    [TestMethod]
    public async Task Output_to_confirm_is_printed_and_written_nowhere()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve(output: "\"?\""));
        var before = folder.Read("halve.tool.json");

        var run = await Toolgen.RunAsync(folder.Path, "try", ".", "--confirm");
        Assert.AreEqual(0, run.Code, run.ToString());
        StringAssert.Contains(run.Out, """write "output": {"value":2}""");
        Assert.AreEqual(before, folder.Read("halve.tool.json"));
    }

    [TestMethod]
    public async Task Interrupt_ends_the_worker_and_leaves_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Endless());
        using var parent = Toolgen.Start(folder.Path, ["try", "."]);
        var (@out, error) = (parent.StandardOutput.ReadToEndAsync(), parent.StandardError.ReadToEndAsync());
        var worker = await WorkerOfAsync(parent);

        Interrupts.SendOrKill(parent);
        var ended = await Toolgen.EndAsync(parent, @out, error);
        Assert.AreEqual(130, ended.Code, ended.ToString());
        Assert.IsTrue(await IsGoneAsync(worker));
        Assert.IsEmpty(folder.Leftovers);
    }

    [TestMethod]
    public async Task Worker_does_not_outlive_a_parent_that_is_killed()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("reads /proc");
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Endless());
        using var parent = Toolgen.Start(folder.Path, ["try", "."]);
        var worker = await WorkerOfAsync(parent);

        parent.Kill(entireProcessTree: false);
        Assert.IsTrue(await IsGoneAsync(worker));
    }

    /// <summary>The worker that runs the tool. Others only try out what isolation there is, and end by themselves.</summary>
    private static async Task<int> WorkerOfAsync(Process parent)
    {
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            foreach (var process in Below(parent.Id))
                if (Text($"/proc/{process}/cmdline").Split('\0') is var line && line.Any(word => word.EndsWith("ToolGen.Sandbox.Worker.dll", StringComparison.Ordinal)) && !line.Contains("check") && IsBusy(process)) return process;
            Assert.IsFalse(parent.HasExited, "ended before it ran a tool");
            await Task.Delay(100);
        }

        throw new TimeoutException("no worker within two minutes");
    }

    private static IEnumerable<int> Below(int process) =>
        Threads(process).SelectMany(thread => Text(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).SelectMany(child => Below(child).Prepend(child));

    private static string[] Threads(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (DirectoryNotFoundException)
        {
            // It ended meanwhile.
            return [];
        }
    }

    /// <summary>Whether it has used half a second of processor time: the tool of these tests never ends.</summary>
    private static bool IsBusy(int process) => Text($"/proc/{process}/stat").Split(") ")[^1].Split(' ') is { Length: > 12 } fields && long.Parse(fields[11], System.Globalization.CultureInfo.InvariantCulture) >= 50;

    private static async Task<bool> IsGoneAsync(int process)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            // A zombie that waits for its parent does not run any more.
            if (Text($"/proc/{process}/stat") is not { Length: > 0 } stat || stat.Split(") ")[^1].StartsWith('Z')) return true;
            await Task.Delay(100);
        }

        return false;
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}

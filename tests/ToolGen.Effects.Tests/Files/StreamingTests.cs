using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Files;

/// <summary>A tool of the kind file holds a record, never a file: memory does not grow with what it reads and writes.</summary>
[TestClass]
[DoNotParallelize]
public sealed class StreamingTests
{
    // The runtime's own, JIT and buffers; measured over a file of 1 MiB it is about the same.
    private const long MostManaged = 32L << 20, MostWorkingSet = 160L << 20, HeapLimit = 64L << 20;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("csv")]
    [DataRow("jsonl")]
    public void Memory_is_flat_over_64_MiB(string format) => this.Stays_flat(format, 64L << 20);

    [TestMethod]
    [TestCategory("full")]
    [DataRow("csv")]
    [DataRow("jsonl")]
    public void Memory_is_flat_over_1_GiB(string format) => this.Stays_flat(format, 1L << 30);

    private void Stays_flat(string format, long bytes)
    {
        using var world = new FileWorld();
        var rows = OrderFiles.Write(world.At("data/orders." + format), bytes, format == "jsonl");
        OrderFiles.Write(world.At("data/small." + format), 1L << 20, format == "jsonl");
        var small = this.Call(world, OrderFiles.TopSpec, "top_orders", format, "small");
        var large = this.Call(world, OrderFiles.TopSpec, "top_orders", format, "orders");

        Assert.AreEqual(rows, (long)large.Answer["read"]!);
        var expected = Enumerable.Range(0, (int)rows).Select(id => ((long)id, OrderFiles.AmountOf(id))).OrderByDescending(order => order.Item2).Take(10).ToArray();
        CollectionAssert.AreEqual(expected, large.Answer["top"]!.AsArray().Select(order => ((long)order!["id"]!, (double)order["amount"]!)).ToArray());
        Assert.IsLessThan(small.WorkingSet + (64L << 20), large.WorkingSet);

        var copied = this.Call(world, OrderFiles.CopySpec, "copy_orders", format, "orders");
        Assert.AreEqual(rows - ((rows + 3) / 4), (long)copied.Answer["written"]!);
        Assert.AreEqual((long)copied.Answer["written"]! + (format == "csv" ? 1 : 0), File.ReadLines(world.At("out/copy." + format)).LongCount());
    }

    private (JsonNode Answer, long WorkingSet) Call(FileWorld world, string spec, string tool, string format, string name)
    {
        var set = new Forge.Forge().Make([new SpecInput(tool + ".tool.json", Encoding.UTF8.GetBytes(spec.Replace("FORMAT", format, StringComparison.Ordinal)))]);
        Assert.IsTrue(set.Compiled.Tools[0].IsCompiled, string.Join("\n", set.Tools[0].Findings));
        var assembly = world.At($"{tool}.dll");
        File.WriteAllBytes(assembly, set.Compiled.Image.ToArray());
        var watch = Stopwatch.StartNew();
        var lines = Child(assembly, set.Compiled.Tools[0].Unit.TypeName, world.Root, $$"""{"name":"{{name}}.{{format}}"}""");
        Assert.HasCount(2, lines, string.Join("\n", lines));
        var figures = lines[1].Split(' ').Select(figure => long.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        this.TestContext.WriteLine($"{tool} {name}.{format}: {watch.Elapsed.TotalSeconds:0.0} s, managed {figures[0] >> 20} MiB, working set {figures[1] >> 20} MiB, allocated {figures[2] >> 20} MiB");
        Assert.IsLessThan(MostManaged, figures[0]);
        Assert.IsLessThan(MostWorkingSet, figures[1]);
        Assert.StartsWith("{", lines[0]);
        return (JsonNode.Parse(lines[0])!, figures[1]);
    }

    private static string[] Child(params string[] arguments)
    {
        var start = TestProgram.Start(ToolChild.Word, arguments);

        // Beyond this the runtime itself ends the call: nothing that grows with the file can hide.
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("X", CultureInfo.InvariantCulture);
        using var child = Process.Start(start)!;
        var lines = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        return lines;
    }
}

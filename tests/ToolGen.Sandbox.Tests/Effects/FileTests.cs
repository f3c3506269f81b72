using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Effects;

/// <summary>Files by handle, against the guarded files of a real host.</summary>
[TestClass]
public sealed class FileTests
{
    [TestMethod]
    public async Task Files_are_read_and_written_as_without_the_pipe()
    {
        using var here = new Folders();
        using var there = new Folders();
        await using var sandbox = new Sandbox(Sandboxes.Options);

        var direct = WorkerTool.Text(await FilesTool.Instance.CallAsync(WorkerTool.Argument(""), here.For(FilesTool.Instance)));
        var apart = WorkerTool.Text(await sandbox.Of(FilesTool.Instance).CallAsync(WorkerTool.Argument(""), there.For(FilesTool.Instance)));

        Assert.AreEqual(direct, apart);
        Assert.AreEqual(here.Content, there.Content);
        StringAssert.Contains(there.Content, "out/below/second.bin 300000");
    }

    [TestMethod]
    public async Task What_a_call_left_open_is_closed_and_undone()
    {
        using var folders = new Folders();
        var before = folders.Content;
        await using var sandbox = new Sandbox(Sandboxes.Options);
        var world = new EffectWorld();

        Assert.AreEqual("left", WorkerTool.Text(await sandbox.Of(UntidyTool.Instance).CallAsync(WorkerTool.Argument(""), new WithData(folders.For(UntidyTool.Instance), world))));

        Assert.AreEqual(before, folders.Content);
        Assert.AreEqual("open shop True|run Text|close", string.Join('|', world.Asked));
    }

    private sealed class WithData(ToolContext inner, IToolData data) : ToolContext
    {
        public override DateTimeOffset Now => inner.Now;

        public override Random Random => inner.Random;

        public override IToolFiles Files => inner.Files;

        public override IToolData Data => data;

        public override void Log(string message) => inner.Log(message);
    }

    private sealed class Folders : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("toolgen-sandbox-").FullName;
        private readonly ToolEffects effects;

        public Folders()
        {
            Directory.CreateDirectory(Path.Combine(this.root, "data"));
            Directory.CreateDirectory(Path.Combine(this.root, "out"));
            File.WriteAllText(Path.Combine(this.root, "secret.txt"), "secret");
            File.WriteAllText(Path.Combine(this.root, "data", "a.txt"), "abcdefghijklmnopqrstuvwxyz");
            File.WriteAllText(Path.Combine(this.root, "data", "b.txt"), "");
            File.WriteAllBytes(Path.Combine(this.root, "data", "large.bin"), [.. Enumerable.Range(0, 500_000).Select(i => (byte)(i * 31 >> 3))]);
            this.effects = new(new Grants
            {
                Folders = new Dictionary<string, FolderGrant> { ["data"] = new(Path.Combine(this.root, "data")), ["out"] = new(Path.Combine(this.root, "out"), GrantAccess.ReadWrite) },
            });
        }

        /// <summary>Every file and its length.</summary>
        public string Content => string.Join('\n', Directory.EnumerateFiles(this.root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(this.root, path).Replace('\\', '/')} {new FileInfo(path).Length}"));

        public ToolContext For(Tool tool) => this.effects.For(tool);

        public void Dispose() => Directory.Delete(this.root, recursive: true);
    }
}

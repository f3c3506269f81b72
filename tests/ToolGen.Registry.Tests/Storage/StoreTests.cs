using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Storage.Sqlite;
using ToolGen.Registry.Tests.Memory;

namespace ToolGen.Registry.Tests.Storage;

/// <summary>What every database has to do that keeps a registry.</summary>
[TestClass]
public sealed class StoreTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-store-").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(this.folder, recursive: true);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_turn_is_there_whole_or_not_at_all_and_ends_once(bool isInMemory)
    {
        using var store = this.Open(isInMemory);
        Assert.IsFalse(store.Exists);
        using var writer = store.OpenWriter();
        Assert.IsTrue(store.Exists);
        Assert.IsNull(store.Read(rows => rows.Head()));
        var undone = writer.Begin(isDurable: false);
        undone.Put(Head(0));
        undone.Append(Entry(0), new byte[32], null);
        Assert.AreEqual(1, undone.Records(0, 10).Count);
        Assert.IsNull(store.Read(rows => rows.Head()), "before it is committed nobody else sees it");
        writer.Undo();
        writer.Undo();
        Assert.AreEqual(0, store.Read(rows => rows.Records(0, 10)).Count);
        var kept = writer.Begin(isDurable: true);
        kept.Put(Head(1));
        kept.Append(Entry(0), new byte[32], "subject");
        kept.Put(Usage(shapes: 1));
        kept.Put(Usage(shapes: 2));
        writer.Commit();
        writer.Sync();
        Assert.AreEqual(1, store.Read(rows => rows.RequireHead()).Size);
        Assert.AreEqual(1, store.Read(rows => rows.RecordsOf("subject")).Count);
        Assert.AreEqual(2, store.Read(rows => rows.Usage("id"))!.Shapes);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Of_two_versions_with_one_number_the_second_is_refused_and_the_first_stays(bool isInMemory)
    {
        using var store = this.Open(isInMemory);
        using var writer = store.OpenWriter();
        var rows = writer.Begin(isDurable: false);
        rows.Put(Version("a", "halve 1.0.0"));
        rows.Put(Version("a", "halve 1.0.0") with { State = ToolState.Approved });
        var refused = Assert.Throws<Exception>(() => rows.Put(Version("b", "halve 1.0.0")));
        Assert.IsTrue(refused is SqliteException or InvalidOperationException, refused.ToString());
        Assert.AreEqual(ToolState.Approved, rows.Version("a")!.State);
        Assert.IsNull(rows.Version("b"));
        writer.Undo();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Who_waits_for_a_turn_sees_what_the_one_before_committed(bool isInMemory)
    {
        using var store = this.Open(isInMemory);
        using var first = store.OpenWriter();
        using var second = store.OpenWriter();
        var rows = first.Begin(isDurable: false);
        var waiting = Task.Run(() =>
        {
            var size = second.Begin(isDurable: false).Head()?.Size;
            second.Undo();
            return size;
        });
        rows.Put(Head(7));
        Assert.IsFalse(waiting.IsCompleted);
        first.Commit();
        Assert.AreEqual(7, await waiting.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private IRegistryStore Open(bool isInMemory) => isInMemory ? new MemoryStore() : new SqliteStore(Path.Combine(this.folder, "registry.db"));

    private static Head Head(long size) => new(new string('a', 32), size, new byte[32], [], 0, 0);

    private static LogEntry Entry(long sequence) => new(sequence, 5, "note", "me", "{}");

    private static UsageRow Usage(int shapes) => new("id", 1, 0, 0, 0, 0, 1, shapes, 5, null, "n");

    private static VersionRow Version(string id, string claim) => new()
    {
        Id = id,
        Name = "halve",
        Version = "1.0.0",
        Claim = claim,
        Kind = "function",
        Maker = "me",
        Created = 1,
        State = ToolState.Candidate,
        Evidence = "e",
        Spec = "s",
        Text = "t",
        Mcp = "m",
        Since = 0,
        Changed = 0,
        Records = 1,
        CallsBefore = 0,
    };
}

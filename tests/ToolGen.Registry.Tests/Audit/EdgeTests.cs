using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Audit;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Audit;

/// <summary>What a host knows of a log by itself: it signs none that does not go on from there.</summary>
[TestClass]
public sealed class EdgeTests
{
    [TestMethod]
    [DataRow("checkpoints", "does not go on")]
    [DataRow("checkpoints edges", "is gone")]
    [DataRow("checkpoints edges list", "is gone")]
    [DataRow("checkpoints list", "is gone")]
    public async Task A_longer_log_that_was_written_anew_is_not_signed_whatever_else_is_gone(string gone, string why)
    {
        await using var opened = await FilledAsync();
        WriteAnew(opened);
        File.Delete(Path.Combine(opened.Folder, "registry", "checkpoints"));
        Directory.Delete(Path.Combine(opened.Folder, "host", "checkpoints"), recursive: true);
        if (gone.Contains("edges", StringComparison.Ordinal)) Directory.Delete(Path.Combine(opened.Folder, "host", "edges"), recursive: true);
        if (gone.Contains("list", StringComparison.Ordinal)) File.Delete(Path.Combine(opened.Folder, "host", "host.key.pem.registries"));

        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
        Assert.AreEqual(RegistryFault.Damaged, refused.Fault);
        StringAssert.Contains(refused.Message, why);
        StringAssert.Contains(refused.Message, "toolgen audit accept");
        var problems = RegistryVerifier.Verify(opened.Options).Problems;
        Assert.IsTrue(problems.Any(problem => problem.Where.StartsWith("checkpoints", StringComparison.Ordinal)), string.Join('\n', problems));
        Assert.IsFalse(File.Exists(Path.Combine(opened.Folder, "registry", "checkpoints")), "it was signed");
    }

    [TestMethod]
    public async Task A_log_that_goes_on_is_signed_again_where_both_files_of_checkpoints_are_gone()
    {
        await using var opened = await FilledAsync();
        File.Delete(Path.Combine(opened.Folder, "registry", "checkpoints"));
        Directory.Delete(Path.Combine(opened.Folder, "host", "checkpoints"), recursive: true);
        Assert.IsFalse(RegistryVerifier.Verify(opened.Options).IsClean);
        await opened.ReopenAsync();
        await opened.ApprovedAsync(MadeVersions.Of("third"));
        await opened.Registry.DisposeAsync();

        // What was taken out stays told, until a person says that it is known.
        StringAssert.Contains(RegistryVerifier.Verify(opened.Options).Problems.Single().What, "1 of the 3 that the host signed");
        await SqliteRegistry.AcceptAsync(opened.Options, SqliteRegistry.Look(opened.Options), "person", "the disk was full");
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).IsClean);
    }

    [TestMethod]
    public async Task Another_registry_that_was_put_in_its_place_is_neither_opened_nor_signed()
    {
        await using var opened = await FilledAsync();
        await using var other = await FilledAsync();
        var folder = Path.Combine(opened.Folder, "registry");
        foreach (var file in Directory.EnumerateFiles(folder)) File.Delete(file);
        File.Copy(Path.Combine(other.Folder, "registry", "registry.db"), Path.Combine(folder, "registry.db"));

        StringAssert.Contains((await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options))).Message, "another registry");
        Assert.IsFalse(File.Exists(Path.Combine(folder, "checkpoints")), "it was signed");
        Assert.IsFalse(RegistryVerifier.Verify(opened.Options).IsClean);
        await SqliteRegistry.AcceptAsync(opened.Options, SqliteRegistry.Look(opened.Options), "person", "it was moved here");
        await opened.ReopenAsync();
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).IsClean);
    }

    [TestMethod]
    public async Task Records_behind_the_edge_must_lead_to_the_head()
    {
        await using var opened = await FilledAsync();
        opened.Edit("UPDATE log SET who = 'other' WHERE sequence = (SELECT max(sequence) FROM log)");
        StringAssert.Contains((await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options))).Message, "does not go on");
    }

    [TestMethod]
    public async Task An_edge_of_another_hand_is_none()
    {
        await using var opened = await FilledAsync();
        var path = Directory.EnumerateFiles(Path.Combine(opened.Folder, "host", "edges")).Single();
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n0\n", "\n1\n", StringComparison.Ordinal));
        StringAssert.Contains((await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options))).Message, "is not what it wrote");
    }

    [TestMethod]
    public async Task An_older_copy_is_refused_until_a_person_accepts_it_and_that_stands_in_the_log()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var folder = Path.Combine(opened.Folder, "registry");
        await opened.Registry.DisposeAsync();
        var copy = Directory.EnumerateFiles(folder).ToDictionary(path => path, File.ReadAllBytes);
        await opened.ReopenAsync();
        await opened.ApprovedAsync();
        await opened.Registry.DisposeAsync();
        foreach (var path in Directory.EnumerateFiles(folder)) File.Delete(path);
        foreach (var (path, bytes) in copy) File.WriteAllBytes(path, bytes);

        await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
        var seen = SqliteRegistry.Look(opened.Options);
        Assert.AreEqual(2, seen.Records);
        await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.AcceptAsync(opened.Options, seen with { Root = new string('A', 43) + "=" }, "person", "disk failed"));
        await SqliteRegistry.AcceptAsync(opened.Options, seen, "person", "disk failed");
        await opened.ReopenAsync();
        var record = opened.Registry.Log().Last();
        Assert.AreEqual(("accepted", "person"), (record.Kind, record.By));
        StringAssert.Contains(record.Body, seen.Root);
        await opened.ApprovedAsync();
        var report = RegistryVerifier.Verify(opened.Options);
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
        StringAssert.Contains(report.Remarks.Single(), "took the log over when it had 2 records");
    }

    [TestMethod]
    public async Task What_does_not_fit_itself_nobody_accepts()
    {
        await using var opened = await FilledAsync();
        opened.Edit("UPDATE versions SET maker = 'other'");
        var seen = SqliteRegistry.Look(opened.Options);
        StringAssert.Contains((await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.AcceptAsync(opened.Options, seen, "person", "why"))).Message, "does not fit itself");
    }

    [TestMethod]
    public async Task A_registry_of_another_machine_says_that_nothing_is_known_of_it()
    {
        await using var opened = await FilledAsync();
        var here = opened.Options with { HostKey = Path.Combine(opened.Folder, "here", "host.key.pem") };
        await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(here));

        // Its checkpoints were left behind: it opens, and says so until a root is compared.
        File.Delete(Path.Combine(opened.Folder, "registry", "checkpoints"));
        await using (var registry = await SqliteRegistry.OpenAsync(here))
        {
            Assert.IsTrue(RegistryVerifier.Verify(here).Remarks.Any(remark => remark.Contains("knows nothing of this log", StringComparison.Ordinal)));
            await registry.ApproveAsync(opened.Person.Approve(await registry.AddAsync(MadeVersions.Of("more"), "maker"), opened.Clock.Now));
        }

        var report = RegistryVerifier.Verify(here);
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
        StringAssert.Contains(report.Remarks.Single(), "took the log over");
    }

    [TestMethod]
    public async Task Several_registries_of_one_host_are_each_known_by_themselves()
    {
        await using var opened = await FilledAsync();
        var other = opened.Options with { Folder = Path.Combine(opened.Folder, "other") };
        await using (var registry = await SqliteRegistry.OpenAsync(other)) await registry.GrantAsync(opened.Person.SignIn(registry.Id, "first", opened.Clock.Now));
        await opened.ReopenAsync();
        await opened.ApprovedAsync(MadeVersions.Of("third"));
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).IsClean);
        Assert.IsTrue(RegistryVerifier.Verify(other).IsClean);
        Assert.AreEqual(2, Directory.EnumerateFiles(Path.Combine(opened.Folder, "host", "edges")).Count());
    }

    [TestMethod]
    public async Task A_key_of_before_there_were_lists_knows_its_logs_from_the_next_opening_on()
    {
        await using var opened = await FilledAsync();
        var key = Path.Combine(opened.Folder, "host", "host.key.pem");
        File.WriteAllText(key, File.ReadAllText(key)[(File.ReadAllText(key).IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        File.Delete(key + ".registries");
        Directory.Delete(Path.Combine(opened.Folder, "host", "edges"), recursive: true);
        await opened.ReopenAsync();
        await opened.Registry.DisposeAsync();
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options) is { IsClean: true, Remarks.Count: 0 });
        WriteAnew(opened);
        File.Delete(Path.Combine(opened.Folder, "registry", "checkpoints"));
        Directory.Delete(Path.Combine(opened.Folder, "host", "checkpoints"), recursive: true);
        await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
    }

    [TestMethod]
    public async Task A_key_that_is_gone_and_signed_something_is_not_made_anew()
    {
        await using var opened = await FilledAsync();
        File.Delete(Path.Combine(opened.Folder, "host", "host.key.pem"));
        StringAssert.Contains((await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options))).Message, "put a copy of it back");
    }

    [TestMethod]
    public async Task The_id_of_a_registry_names_no_file_elsewhere()
    {
        await using var opened = await FilledAsync();
        opened.Edit("UPDATE head SET registry = '../../elsewhere'");
        await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
        Assert.IsFalse(RegistryVerifier.Verify(opened.Options).IsClean);
    }

    private static async Task<OpenedRegistry> FilledAsync()
    {
        var opened = await OpenedRegistry.MakeAsync();
        var version = await opened.ApprovedAsync();
        await opened.Registry.AppendAsync("called", "agent", $$"""{"id":"{{version.Id}}","fault":"none","us":7}""");
        await opened.Registry.DisposeAsync();
        return opened;
    }

    /// <summary>Another first approval, two records more, and every hash made to fit.</summary>
    private static void WriteAnew(OpenedRegistry opened)
    {
        opened.Edit("UPDATE log SET at = at + 1 WHERE sequence = 2");
        opened.Edit("INSERT INTO log SELECT sequence + 10, at, 'note', who, '{}', hash, NULL FROM log WHERE sequence < 2");
        opened.Edit("UPDATE log SET sequence = (SELECT size FROM head) + sequence - 10 WHERE sequence >= 10");
        using var sql = new ToolGen.Registry.Storage.Sqlite.Sql(new($"Data Source={Path.Combine(opened.Folder, "registry", "registry.db")};Pooling=False"));
        sql.Connection.Open();
        var (text, range, hash, leaf) = (new LogText(), new MerkleRange(), LogText.Start, new byte[LogText.HashBytes]);
        foreach (var entry in sql.All("SELECT sequence, at, kind, who, body FROM log ORDER BY sequence", reader => new LogEntry(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4))))
        {
            text.Hash(hash, entry, hash, leaf);
            range.Append(leaf);
            sql.Run("UPDATE log SET hash = $1 WHERE sequence = $2", hash, entry.Sequence);
        }

        sql.Run("UPDATE head SET size = $1, hash = $2, range = $3", range.Size, hash, range.Bytes());
    }
}

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Storage;

[TestClass]
public sealed class ManyWritersTests
{
    [TestMethod]
    public async Task Many_at_once_in_two_registries_over_one_file_lose_nothing_and_seal_as_they_go()
    {
        await using var opened = await OpenedRegistry.MakeAsync(options => options with { SealEvery = 100 });
        await using var other = await SqliteRegistry.OpenAsync(opened.Options);
        var version = await opened.ApprovedAsync();
        Assert.AreEqual(version.Id, other.Find("halve")!.Id);
        var body = $$"""{"id":"{{version.Id}}","fault":"none","us":10}""";
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => (i % 2 == 0 ? opened.Registry : other).AppendAsync("called", "agent" + (i % 7), body).AsTask()));
        var usage = other.Usage("halve").Single();
        Assert.AreEqual(2_000, usage.Calls);
        Assert.AreEqual(7, usage.Callers);
        Assert.AreEqual(20, usage.RecentCalls);
        Assert.AreEqual(2_000, usage.CallsSince);
        Assert.AreEqual(TimeSpan.FromMilliseconds(20), usage.Time);
        var report = RegistryVerifier.Verify(opened.Options);
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
        Assert.IsTrue(report.Checkpoints > 2 && report.Unsealed <= 1_100, $"{report.Checkpoints} {report.Unsealed}");
    }

    [TestMethod]
    public async Task A_newer_file_is_refused_and_left_as_it_is()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await opened.Registry.DisposeAsync();
        opened.Edit("PRAGMA user_version = 99");
        var file = Path.Combine(opened.Options.Folder, "registry.db");
        var before = await File.ReadAllBytesAsync(file);
        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
        Assert.AreEqual(RegistryFault.TooNew, refused.Fault);
        StringAssert.Contains(refused.Message, "newer ToolGen");
        CollectionAssert.AreEqual(before, await File.ReadAllBytesAsync(file));
    }

    [TestMethod]
    public async Task Another_database_is_no_registry()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var options = opened.Options with { Folder = Path.Combine(opened.Folder, "other") };
        Directory.CreateDirectory(options.Folder);
        using (var sql = new Registry.Storage.Sqlite.Sql(new($"Data Source={Path.Combine(options.Folder, "registry.db")};Pooling=False")))
        {
            sql.Connection.Open();
            sql.Run("CREATE TABLE mine (a)");
        }

        Assert.AreEqual(RegistryFault.Damaged, (await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(options))).Fault);
    }

    [TestMethod]
    public async Task Files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("there are no such modes here");
            return;
        }

        await using var opened = await OpenedRegistry.MakeAsync();
        await opened.ApprovedAsync();
        foreach (var file in Directory.EnumerateFiles(opened.Folder, "*", SearchOption.AllDirectories))
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file), file);
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(opened.Folder, "registry")));
    }

    [TestMethod]
    [DataRow("added", "{}")]
    [DataRow("Called", "{}")]
    [DataRow("called", "[]")]
    [DataRow("called", """{"id":"x"}""")]
    [DataRow("note", """{"a":1,"a":2}""")]
    [DataRow("note", "{")]
    public async Task A_host_writes_no_record_that_is_the_registrys_or_none(string kind, string body)
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        Assert.AreEqual(RegistryFault.NotSound, (await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.AppendAsync(kind, "host", body).AsTask())).Fault);
    }
}

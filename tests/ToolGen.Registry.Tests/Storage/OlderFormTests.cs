using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Storage.Sqlite;
using ToolGen.Registry.Storage.Sqlite.Migrations;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Storage;

/// <summary>A file of an older form: verified as it is, brought up to date when it is opened, and then what a new one would be.</summary>
[TestClass]
public sealed class OlderFormTests
{
    private const string Shaped = """{"call":"1","fault":"FAULT","id":"ID","shape":"SHAPE","us":5}""";

    [TestMethod]
    public async Task A_file_of_the_first_form_is_brought_up_to_date_and_says_the_same_as_a_new_one()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var version = await CalledAsync(opened);
        var usage = opened.Registry.Usage().Single();
        Assert.AreEqual((3, 5L), (usage.Shapes, usage.Answered));
        await opened.Registry.DisposeAsync();
        BeFirst(opened);
        var registry = await opened.ReopenAsync();
        Assert.AreEqual(usage, registry.Usage().Single());
        Assert.AreEqual(version.Id, registry.Find("halve")!.Id);
        await registry.AppendAsync("called", "anna", Body(version, "none", "{}"));
        Assert.AreEqual(4, registry.Usage().Single().Shapes);
        var report = RegistryVerifier.Verify(opened.Options);
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
    }

    [TestMethod]
    public async Task A_file_of_the_first_form_is_verified_without_being_written()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await CalledAsync(opened);
        await opened.Registry.DisposeAsync();
        BeFirst(opened);
        var file = Path.Combine(opened.Options.Folder, "registry.db");
        var before = await File.ReadAllBytesAsync(file);
        var report = RegistryVerifier.Verify(opened.Options);
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
        CollectionAssert.AreEqual(before, await File.ReadAllBytesAsync(file));
        opened.Edit("UPDATE usage SET callers = 9");
        StringAssert.Contains(RegistryVerifier.Verify(opened.Options).Problems.Single().Where, "callers");
    }

    [TestMethod]
    public async Task A_file_that_can_not_be_brought_up_to_date_stays_as_it_is()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await CalledAsync(opened);
        await opened.Registry.DisposeAsync();
        BeFirst(opened);
        opened.Edit("UPDATE log SET body = 'no JSON' WHERE sequence = (SELECT max(sequence) FROM log)");
        await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
        Assert.AreEqual(1, FormOf(opened));
        StringAssert.StartsWith(RegistryVerifier.Verify(opened.Options).Problems[0].Where, "log, record 15");
    }

    [TestMethod]
    public async Task A_file_that_the_host_refuses_is_not_brought_up_to_date()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await CalledAsync(opened);
        await opened.Registry.MarkAsync(opened.Registry.Find("halve")!.Id, ToolState.Revoked, "it leaks", "person");
        await opened.Registry.DisposeAsync();
        BeFirst(opened);
        opened.Edit("DELETE FROM log WHERE kind = 'revoked'");
        opened.Edit("UPDATE head SET size = size - 1");
        Assert.AreEqual(RegistryFault.Damaged, (await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options))).Fault);
        Assert.AreEqual(1, FormOf(opened));
    }

    [TestMethod]
    public async Task A_ToolGen_that_knows_the_first_form_alone_and_runs_on_writes_no_counts_into_the_second()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await CalledAsync(opened);
        var refused = Assert.ThrowsExactly<SqliteException>(() => opened.Edit("INSERT OR REPLACE INTO usage (id, answered, caller, tool, environment, refused, callers, us, last, recent) SELECT id, answered, caller, tool, environment, refused, callers, us, last, recent FROM usage"));
        StringAssert.Contains(refused.Message, "usage.shapes");
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).IsClean);
    }

    [TestMethod]
    [DataRow("PRAGMA user_version = 0")]
    [DataRow("PRAGMA user_version = -1")]
    [DataRow("PRAGMA user_version = 1")]
    [DataRow("PRAGMA application_id = 7")]
    [DataRow("UPDATE usage SET shapes = 5000000000")]
    [DataRow("UPDATE usage SET callers = -5000000000")]
    [DataRow("UPDATE versions SET records = 9000000000000")]
    [DataRow("UPDATE usage SET us = 9223372036854775807")]
    public async Task What_is_no_form_and_no_count_of_ours_is_named_and_neither_opened_nor_answered_with_a_fault(string edit)
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        await CalledAsync(opened);
        opened.Edit(edit);
        Assert.IsFalse(RegistryVerifier.Verify(opened.Options).IsClean);
        if (edit.Contains("us =", StringComparison.Ordinal)) Assert.IsTrue(opened.Registry.Usage().Single().Time > TimeSpan.Zero);
        if (edit.StartsWith("PRAGMA", StringComparison.Ordinal)) await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.AppendAsync("note", "me", "{}").AsTask());
        else await opened.Registry.AppendAsync("note", "me", "{}");
        await opened.Registry.DisposeAsync();
        if (edit.StartsWith("PRAGMA", StringComparison.Ordinal)) Assert.AreEqual(RegistryFault.Damaged, (await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options))).Fault);
    }

    [TestMethod]
    public async Task Shapes_of_one_version_are_counted_to_a_hundred_alike_by_both()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var version = await opened.ApprovedAsync();
        for (var i = 0; i < 105; i++) await opened.Registry.AppendAsync("called", "anna", Body(version, "none", $"[{i % 103}]"));
        var usage = opened.Registry.Usage().Single();
        Assert.AreEqual(100, usage.Shapes);
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).IsClean);
        await opened.Registry.DisposeAsync();
        BeFirst(opened);
        Assert.AreEqual(usage, (await opened.ReopenAsync()).Usage().Single());
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).IsClean);
    }

    private static int FormOf(OpenedRegistry opened)
    {
        using var sql = new Sql(new($"Data Source={Path.Combine(opened.Options.Folder, "registry.db")};Pooling=False"));
        sql.Connection.Open();
        var shapes = sql.First("SELECT count(*) FROM sqlite_schema WHERE name = 'shapes'", reader => reader.GetInt32(0));
        var form = Database.Form(sql);
        Assert.AreEqual(form - 1, shapes);
        return form;
    }

    private static string Body(StoredVersion version, string fault, string shape) =>
        Shaped.Replace("FAULT", fault, StringComparison.Ordinal).Replace("ID", version.Id, StringComparison.Ordinal).Replace("SHAPE", shape, StringComparison.Ordinal);

    private static async Task<StoredVersion> CalledAsync(OpenedRegistry opened)
    {
        var version = await opened.ApprovedAsync();

        // A name with a quotation mark in it: what is hashed is the text as it stands in the body.
        foreach (var shape in new[] { "{n:number}", "{n:number,tags:[string]}", "{n:number}", """{\"\u0001é:null}""", "{n:number}" }) await opened.Registry.AppendAsync("called", "anna", Body(version, "none", shape));
        foreach (var by in new[] { "bert", "process:anna:17", "process:anna:18", "process:anna:18", "process:", "process:9", "process:anna:" }) await opened.Registry.AppendAsync("called", by, Body(version, "caller", "{n:string}"));
        return version;
    }

    /// <summary>Makes of the file one of the first form, as a ToolGen that knew no other would have written it.</summary>
    private static void BeFirst(OpenedRegistry opened)
    {
        opened.Edit("DROP TABLE shapes");
        opened.Edit("ALTER TABLE usage RENAME TO later");
        opened.Edit(
            """
            CREATE TABLE usage (id TEXT PRIMARY KEY, answered INTEGER NOT NULL, caller INTEGER NOT NULL, tool INTEGER NOT NULL, environment INTEGER NOT NULL, refused INTEGER NOT NULL, callers INTEGER NOT NULL,
            us INTEGER NOT NULL, last INTEGER, recent TEXT NOT NULL) STRICT
            """);
        opened.Edit("INSERT INTO usage SELECT id, answered, caller, tool, environment, refused, callers, us, last, recent FROM later");
        opened.Edit("DROP TABLE later");
        opened.Edit("DELETE FROM callers");
        opened.Edit("INSERT INTO callers SELECT DISTINCT body ->> '$.id', who FROM log WHERE kind = 'called'");
        opened.Edit("UPDATE usage SET callers = (SELECT count(*) FROM callers)");
        opened.Edit("PRAGMA user_version = 1");
        using var sql = new Sql(new($"Data Source={Path.Combine(opened.Options.Folder, "registry.db")};Pooling=False"));
        using var first = new Sql(new("Data Source=:memory:"));
        sql.Connection.Open();
        first.Connection.Open();
        new FirstTables().Run(first);
        CollectionAssert.AreEqual(Schema(first), Schema(sql));

        static string[] Schema(Sql sql) => [.. sql.All("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", reader => reader.GetString(0))];
    }
}

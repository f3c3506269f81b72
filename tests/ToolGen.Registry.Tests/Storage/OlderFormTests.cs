using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
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
        using var sql = new Sql(new($"Data Source={Path.Combine(opened.Options.Folder, "registry.db")};Pooling=False"));
        sql.Connection.Open();
        Assert.AreEqual(1, sql.First("PRAGMA user_version", reader => reader.GetInt32(0)));
        Assert.AreEqual(0, sql.First("SELECT count(*) FROM sqlite_schema WHERE name = 'shapes'", reader => reader.GetInt32(0)));
        Assert.IsFalse(RegistryVerifier.Verify(opened.Options).IsClean);
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

    private static string Body(StoredVersion version, string fault, string shape) =>
        Shaped.Replace("FAULT", fault, StringComparison.Ordinal).Replace("ID", version.Id, StringComparison.Ordinal).Replace("SHAPE", shape, StringComparison.Ordinal);

    private static async Task<StoredVersion> CalledAsync(OpenedRegistry opened)
    {
        var version = await opened.ApprovedAsync();

        // A name with a quotation mark in it: what is hashed is the text as it stands in the body.
        foreach (var shape in new[] { "{n:number}", "{n:number,tags:[string]}", "{n:number}", """{\"\u0001é:null}""", "{n:number}" }) await opened.Registry.AppendAsync("called", "anna", Body(version, "none", shape));
        await opened.Registry.AppendAsync("called", "bert", Body(version, "caller", "{n:string}"));
        return version;
    }

    /// <summary>Makes of the file one of the first form, as a ToolGen that knew no other would have written it.</summary>
    private static void BeFirst(OpenedRegistry opened)
    {
        opened.Edit("DROP TABLE shapes");
        opened.Edit("ALTER TABLE usage DROP COLUMN shapes");
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

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Audit;

[TestClass]
public sealed class VerifierTests
{
    private const string Call = """{"id":"ID","fault":"tool","us":1200}""";

    [TestMethod]
    public async Task What_was_written_verifies_and_the_unsealed_tail_is_counted()
    {
        await using var opened = await FilledAsync();
        var report = RegistryVerifier.Verify(opened.Options);
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
        Assert.AreEqual(opened.Registry.Log().Count(), report.Records);
        Assert.AreEqual(4, report.Unsealed);
        Assert.AreEqual(2, report.Approvals);
        Assert.AreEqual(4, report.Versions);
    }

    [TestMethod]
    [DataRow("UPDATE log SET at = at + 1 WHERE sequence = 2", "log, record 2")]
    [DataRow("UPDATE log SET kind = 'refused' WHERE kind = 'called'", "log, record")]
    [DataRow("UPDATE log SET who = 'other' WHERE sequence = 2", "log, record 2")]
    [DataRow("UPDATE log SET body = replace(body, 'tool', 'none') WHERE kind = 'called'", "log, record")]
    [DataRow("UPDATE log SET hash = zeroblob(32) WHERE sequence = 2", "log, record 2")]
    [DataRow("UPDATE log SET subject = NULL WHERE sequence = (SELECT min(sequence) FROM log WHERE kind = 'added')", "log, record")]
    [DataRow("UPDATE log SET sequence = 1000 WHERE sequence = 2", "log")]
    [DataRow("DELETE FROM log WHERE sequence = 2", "log")]
    [DataRow("DELETE FROM log WHERE sequence >= 3", "log")]
    [DataRow("UPDATE versions SET state = 'approved' WHERE state = 'candidate'", "versions")]
    [DataRow("UPDATE versions SET maker = 'other'", "versions")]
    [DataRow("UPDATE usage SET tool = 0", "usage")]
    [DataRow("UPDATE usage SET recent = ''", "usage")]
    [DataRow("UPDATE callers SET caller = 'x' WHERE caller = 'agent0'", "callers")]
    [DataRow("UPDATE keys SET name = 'other'", "keys")]
    [DataRow("DELETE FROM keys", "keys")]
    [DataRow("UPDATE approvals SET text = replace(text, '\"expires\":null', '\"expires\":\"2040-01-01T00:00:00Z\"')", "approvals")]
    [DataRow("DELETE FROM approvals", "approvals")]
    [DataRow("UPDATE texts SET spec = replace(spec, '2', '3')", "texts")]
    [DataRow("UPDATE texts SET mcp = '{}'", "texts")]
    [DataRow("UPDATE texts SET companion = 'class X;'", "texts")]
    [DataRow("UPDATE evidence SET text = replace(text, 'passed', 'failed')", "evidence")]
    [DataRow("UPDATE evidence SET version = 'x'", "evidence")]
    [DataRow("UPDATE head SET calls = 0", "head, calls")]
    [DataRow("UPDATE head SET size = size - 1", "head")]
    [DataRow("UPDATE head SET generation = 0", "head, generation")]
    [DataRow("UPDATE members SET range = '2'", "members")]
    [DataRow("UPDATE collections SET owner = 'other'", "collections")]
    [DataRow("UPDATE leases SET expires = expires + 1", "leases")]
    [DataRow("CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM keys; END", "file")]
    [DataRow("DROP INDEX versions_claim", "file, versions_claim")]
    [DataRow("CREATE TABLE more (a)", "file, more")]
    [DataRow("CREATE INDEX more ON log (at)", "file, more")]
    [DataRow("CREATE VIEW more AS SELECT * FROM log", "file, more")]
    [DataRow("CREATE TRIGGER more AFTER INSERT ON log BEGIN DELETE FROM keys; END", "file, more")]
    [DataRow("CREATE VIRTUAL TABLE more USING fts5(a)", "file, more")]
    public async Task Each_edit_of_the_file_is_named(string edit, string where)
    {
        await using var opened = await FilledAsync();
        opened.Edit(edit);
        var report = RegistryVerifier.Verify(opened.Options);
        Assert.IsTrue(report.Problems.Any(problem => problem.Where.StartsWith(where, StringComparison.Ordinal)), $"{edit}: {string.Join('\n', report.Problems)}");
    }

    [TestMethod]
    public async Task A_log_that_was_written_anew_whole_is_not_the_one_that_its_host_signed()
    {
        await using var opened = await FilledAsync();
        var (database, checkpoints) = (Path.Combine(opened.Folder, "registry", "registry.db"), Path.Combine(opened.Folder, "registry", "checkpoints"));
        await using var other = await FilledAsync();
        var registry = Read(opened, "SELECT registry FROM head");
        await opened.Registry.DisposeAsync();
        await other.Registry.DisposeAsync();
        File.Copy(Path.Combine(other.Folder, "registry", "registry.db"), database, overwrite: true);
        opened.Edit("UPDATE head SET registry = $1", registry);
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).Problems.Any(problem => problem.What.Contains("written anew", StringComparison.Ordinal)));
        File.Delete(checkpoints);
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).Problems.Any(problem => problem.Where.StartsWith("checkpoints", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Log_and_checkpoints_that_were_cut_down_together_are_told_by_the_checkpoint_beside_the_key()
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var folder = Path.Combine(opened.Folder, "registry");
        await opened.Registry.DisposeAsync();
        var (database, checkpoints) = (File.ReadAllBytes(Path.Combine(folder, "registry.db")), File.ReadAllBytes(Path.Combine(folder, "checkpoints")));
        await opened.ReopenAsync();
        await opened.ApprovedAsync();
        await opened.Registry.DisposeAsync();
        File.WriteAllBytes(Path.Combine(folder, "registry.db"), database);
        File.WriteAllBytes(Path.Combine(folder, "checkpoints"), checkpoints);
        var problems = RegistryVerifier.Verify(opened.Options).Problems;
        Assert.IsTrue(problems.Any(problem => problem.Where == "log" && problem.What.Contains("cut off", StringComparison.Ordinal)), string.Join('\n', problems));
        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => SqliteRegistry.OpenAsync(opened.Options));
        Assert.AreEqual(RegistryFault.Damaged, refused.Fault);
    }

    [TestMethod]
    public async Task Each_edit_of_the_checkpoints_is_named()
    {
        await using var opened = await FilledAsync();
        var path = Path.Combine(opened.Folder, "registry", "checkpoints");
        var text = File.ReadAllText(path);
        var notes = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(parts => string.Join("\n\n", parts) + "\n\n").ToArray();
        foreach (var changed in new[]
        {
            text.Replace("toolgen.registry/", "toolgen.registry/0", StringComparison.Ordinal), text.Replace("\n2\n", "\n3\n", StringComparison.Ordinal), text[..^10] + "AAAAAAAA\n\n", notes[1] + notes[0] + string.Concat(notes[2..]),
            string.Concat(notes[..^1]), notes[0] + text, "", string.Concat(notes[1..]), notes[0] + string.Concat(notes[2..]),
        })
        {
            File.WriteAllText(path, changed);
            Assert.IsTrue(RegistryVerifier.Verify(opened.Options).Problems.Any(problem => problem.Where.StartsWith("checkpoints", StringComparison.Ordinal)), changed);
        }

        // What a killed process left is no fault, and the next one goes on behind the last whole one.
        File.WriteAllText(path, text + "toolgen.registry/");
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options) is { IsClean: true, Remarks.Count: 1 });
        await opened.ApprovedAsync(MadeVersions.Of("third"));
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options) is { IsClean: true, Remarks.Count: 0, Unsealed: 0 });
    }

    private static string Read(OpenedRegistry opened, string query)
    {
        using var sql = new ToolGen.Registry.Storage.Sqlite.Sql(new($"Data Source={Path.Combine(opened.Folder, "registry", "registry.db")};Pooling=False"));
        sql.Connection.Open();
        return sql.First(query, reader => reader.GetString(0))!;
    }

    private static async Task<OpenedRegistry> FilledAsync()
    {
        var opened = await OpenedRegistry.MakeAsync();
        await opened.Registry.CollectAsync("billing", "maker");
        await opened.Registry.AddMemberAsync("billing", "halve@^1", "maker");
        await opened.ApprovedAsync();
        await opened.Registry.AddAsync(MadeVersions.Of("candidate"), "maker");
        await opened.Registry.AddAsync(MadeVersions.Of("own", session: "caller"), "maker");
        var version = await opened.ApprovedAsync(MadeVersions.Of(version: "1.1.0", body: "return new Output(3);", companion: "class C;"));
        for (var i = 0; i < 4; i++) await opened.Registry.AppendAsync("called", "agent" + (i % 2), Call.Replace("ID", version.Id, StringComparison.Ordinal));
        return opened;
    }
}

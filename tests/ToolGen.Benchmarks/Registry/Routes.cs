using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ToolGen.Registry;
using ToolGen.Registry.Storage.Sqlite;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Registry;

/// <summary>Each way that SECURITY.md names to a tool that was not approved, or is no longer, or is another one than was approved.</summary>
internal static class Routes
{
    private static readonly (string Of, string Tool, Action<Sql>? Edit, Action<IToolRegistry, FilledRegistry>? Do)[] Ways =
    [
        ("never approved: candidate", "candidate", null, null),
        ("never approved: session", "own", null, null),
        ("rejected", "rejected", null, null),
        ("revoked", "revoked@1", null, null),
        ("state set in its table", "candidate", sql => sql.Run("UPDATE versions SET state = 'approved' WHERE name = 'candidate'"), null),
        ("state set in its table", "rejected", sql => sql.Run("UPDATE versions SET state = 'approved' WHERE name = 'rejected'"), null),
        ("state set in its table", "revoked", sql => sql.Run("UPDATE versions SET state = 'approved' WHERE name = 'revoked'"), null),
        ("state set in its table", "own", sql => sql.Run("UPDATE versions SET state = 'approved' WHERE name = 'own'"), null),
        ("the record of the revocation is gone", "revoked", sql => sql.Run("DELETE FROM log WHERE kind = 'revoked'"), null),
        ("the record of the revocation says something else", "revoked", sql => sql.Run("UPDATE log SET kind = 'restored' WHERE kind = 'revoked'"), null),
        ("an approval of another tool, copied", "candidate", CopyApproval, null),
        ("an approval record of another tool, copied into the log", "candidate", CopyRecord, null),
        ("the spec is another", "approved", sql => sql.Run("UPDATE texts SET spec = replace(spec, 'N / 2', 'N / 3')"), null),
        ("spec and its hash are others", "approved", OtherSpec, null),
        ("the C# beside is another", "approved", sql => sql.Run("UPDATE texts SET companion = 'class D;'"), null),
        ("the evidence is another", "approved", sql => sql.Run("UPDATE evidence SET text = replace(text, '\"clock\"', '\"random\"')"), null),
        ("the approval's time is another", "approved", sql => sql.Run("UPDATE approvals SET text = replace(text, '\"expires\":\"20', '\"expires\":\"30')"), null),
        ("the approval's key is another", "approved", sql => sql.Run("UPDATE keys SET public = (SELECT public FROM keys ORDER BY added DESC LIMIT 1)"), null),
        ("a key that nobody let in", "candidate", OwnKey, null),
        ("several edits that fit one another, the log read first", "revoked", Unrevoked, null),
        ("a trigger in the file", "candidate", sql => sql.Run("CREATE TRIGGER t AFTER UPDATE ON head BEGIN UPDATE versions SET state = 'approved'; END"), null),
        ("signed by a key that is not trusted", "candidate", null, (registry, _) => Sign(registry, ApproverKey.Create(), approval => approval)),
        ("signed for other capabilities", "candidate", null, (registry, filled) => Sign(registry, filled.Person, approval => approval with { Capabilities = ["clock"] })),
        ("signed for another id", "candidate", null, (registry, filled) => Sign(registry, filled.Person, approval => approval with { Id = registry.Find("approved")!.Id })),
        ("signed for other templates", "candidate", null, (registry, filled) => Sign(registry, filled.Person, approval => approval with { Templates = approval.Id })),
        ("signed for other evidence", "candidate", null, (registry, filled) => Sign(registry, filled.Person, approval => approval with { Evidence = approval.Id })),
        ("signed long ago", "candidate", null, (registry, filled) => Sign(registry, filled.Person, approval => approval with { At = approval.At.AddYears(-1) })),
        ("signed, then changed", "candidate", null, (registry, filled) => Approve(registry, filled.Person.Approve(Of(registry, "candidate"), DateTimeOffset.UtcNow) with { Expires = DateTimeOffset.UnixEpoch.AddYears(200) })),
        ("the second of two persons is the first", "candidate", null, (registry, filled) => TwoPersons(registry, filled, filled.Person)),
        ("the second of two persons is another key of the first", "candidate", null, (registry, filled) => TwoPersons(registry, filled, Again(registry, filled))),
        ("an approval of before the quarantine", "approved", null, Replayed),
        ("the key was taken back", "approved", null, (registry, filled) => Grant(registry, filled.Other.Sign(filled.Person.SignIn(registry.Id, "person", Whole()) with { Withdraws = true }))),
        ("templates changed by an upgrade", "approved", null, (registry, _) => registry.RenewAsync([Renewed(Of(registry, "approved"))], "upgrade").AsTask().Wait()),
        ("quarantined", "approved", null, (registry, _) => registry.MarkAsync(Of(registry, "approved").Id, ToolState.Quarantined, "faults", "watch").AsTask().Wait()),
        ("quarantined, lifted without a person", "approved", null, Lifted),
        ("a policy that can't be read", "approved", null, (registry, _) => File.WriteAllText(Path.Combine(registry.Options.Folder, ApprovalPolicy.FileName), "{")),
        ("a policy that is a folder", "approved", null, (registry, _) => Directory.CreateDirectory(Path.Combine(registry.Options.Folder, ApprovalPolicy.FileName))),
        ("a policy that names another person", "approved", null, (registry, _) => File.WriteAllText(Path.Combine(registry.Options.Folder, ApprovalPolicy.FileName), $$"""{"approvers":["{{new string('0', 64)}}"]}""")),
        ("a bundle of what was approved elsewhere", "brought", null, (registry, _) => registry.ImportAsync(Bundle.Read(Encoding.UTF8.GetBytes(Bundle.Write([Of(registry, "approved") with { Spec = MadeVersions.Of("brought").Spec, Companion = null, McpTool = MadeVersions.Of("brought").McpTool, Evidence = MadeVersions.Of("brought").Evidence }]))), "stranger").AsTask().Wait()),
    ];

    public static IEnumerable<AuditTry> All()
    {
        using var filled = new FilledRegistry();
        Untouched(filled);
        foreach (var (of, tool, edit, @do) in Ways)
        {
            filled.Restore();
            if (edit is not null)
            {
                using var sql = filled.Open();
                edit(sql);
            }

            var said = "";
            var found = true;
            try
            {
                var options = of.EndsWith("the log read first", StringComparison.Ordinal) ? filled.Options with { Verifies = true } : filled.Options;
                var registry = SqliteRegistry.OpenAsync(options).GetAwaiter().GetResult();
                try
                {
                    @do?.Invoke(registry, filled);
                    found = registry.Find(tool) is not null || registry.List(ToolState.Approved, ToolState.Deprecated).Any(version => version.Name == tool.Split('@')[0]);
                }
                finally
                {
                    registry.DisposeAsync().AsTask().Wait();
                }
            }
            catch (Exception e) when (e is RegistryException or AggregateException { InnerException: RegistryException })
            {
                (found, said) = (false, e.Message);
            }

            yield return new(of, tool, !found, said);
        }

        filled.Restore();
        var later = SqliteRegistry.OpenAsync(filled.Options with { Time = new Later() }).GetAwaiter().GetResult();
        yield return new("the approval expired", "approved", later.Find("approved") is null, "");
        later.DisposeAsync().AsTask().Wait();
    }

    /// <summary>Without an edit the tools are found, and the candidate can be approved: what is refused below is refused for what was done.</summary>
    private static void Untouched(FilledRegistry filled)
    {
        var registry = SqliteRegistry.OpenAsync(filled.Options with { Verifies = true }).GetAwaiter().GetResult();
        Sign(registry, filled.Person, approval => approval);
        if (registry.Find("approved")?.State != ToolState.Approved || registry.Find("candidate")?.State != ToolState.Approved) throw new InvalidOperationException("what was approved is not found");
        registry.DisposeAsync().AsTask().Wait();
    }

    private static StoredVersion Of(IToolRegistry registry, string name) => registry.History(name)[0];

    private static DateTimeOffset Whole() => DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    private static void Approve(IToolRegistry registry, Approval approval) => registry.ApproveAsync(approval).AsTask().Wait();

    private static void Grant(IToolRegistry registry, KeyGrant grant) => registry.GrantAsync(grant).AsTask().Wait();

    private static void Sign(IToolRegistry registry, ApproverKey key, Func<Approval, Approval> change) => Approve(registry, key.Sign(change(key.Approve(Of(registry, "candidate"), DateTimeOffset.UtcNow))));

    private static void TwoPersons(IToolRegistry registry, FilledRegistry filled, ApproverKey second)
    {
        File.WriteAllText(Path.Combine(registry.Options.Folder, ApprovalPolicy.FileName), """{"twoPersons":["*"]}""");
        var two = registry.AddAsync(MadeVersions.Of("candidate", "2.0.0", "return new Output(input.N - input.N / 2);", ["clock"]), "maker").AsTask().Result;
        Approve(registry, filled.Person.Approve(two, DateTimeOffset.UtcNow));
        Approve(registry, second.Approve(two, DateTimeOffset.UtcNow.AddSeconds(1)));
    }

    private static ApproverKey Again(IToolRegistry registry, FilledRegistry filled)
    {
        var key = ApproverKey.Create();
        Grant(registry, filled.Person.Sign(key.SignIn(registry.Id, "Person", Whole())));
        return key;
    }

    private static void Replayed(IToolRegistry registry, FilledRegistry filled)
    {
        var version = Of(registry, "approved");
        var older = filled.Other.Approve(version, DateTimeOffset.UtcNow);
        registry.MarkAsync(version.Id, ToolState.Quarantined, "faults", "watch").AsTask().Wait();
        Approve(registry, older);
    }

    private static void Lifted(IToolRegistry registry, FilledRegistry filled)
    {
        var version = Of(registry, "approved");
        registry.MarkAsync(version.Id, ToolState.Quarantined, "faults", "watch").AsTask().Wait();
        registry.MarkAsync(version.Id, ToolState.Approved, "fine", "agent").AsTask().Wait();
    }

    private static Specification.Evidence.ToolEvidence Renewed(StoredVersion version) => version.Evidence with { Identity = version.Evidence.Identity with { Templates = version.Id } };

    private static void CopyApproval(Sql sql)
    {
        sql.Run("INSERT INTO approvals (id, key, text, sequence) SELECT (SELECT id FROM versions WHERE name = 'candidate'), key, text, sequence FROM approvals LIMIT 1");
        sql.Run("UPDATE versions SET state = 'approved' WHERE name = 'candidate'");
    }

    private static void CopyRecord(Sql sql)
    {
        sql.Run("INSERT INTO log SELECT (SELECT size FROM head), at, kind, who, replace(body, subject, (SELECT id FROM versions WHERE name = 'candidate')), hash, (SELECT id FROM versions WHERE name = 'candidate') FROM log WHERE kind = 'approved' LIMIT 1");
        sql.Run("INSERT INTO approvals SELECT (SELECT id FROM versions WHERE name = 'candidate'), key, replace(text, id, (SELECT id FROM versions WHERE name = 'candidate')), (SELECT size FROM head) FROM approvals LIMIT 1");
        sql.Run("UPDATE versions SET state = 'approved', since = (SELECT size FROM head), changed = (SELECT size FROM head), records = records + 1 WHERE name = 'candidate'");
        LogEdits.Anew(sql);
    }

    private static void OtherSpec(Sql sql)
    {
        var spec = sql.First("SELECT t.spec FROM texts t JOIN versions v ON v.id = t.id WHERE v.name = 'approved'", reader => reader.GetString(0))!.Replace("N / 2", "N / 3", StringComparison.Ordinal);
        sql.Run("UPDATE texts SET spec = $1 WHERE id = (SELECT id FROM versions WHERE name = 'approved')", spec);
        sql.Run("UPDATE log SET body = replace(body, (SELECT text FROM versions WHERE name = 'approved'), $1) WHERE kind = 'added'", Specification.Evidence.Sha256.Of(spec));
        sql.Run("UPDATE versions SET text = $1 WHERE name = 'approved'", Specification.Evidence.Sha256.Of(spec));
        LogEdits.Anew(sql);
    }

    /// <summary>A key of the attacker's own, in its table and in the log, with all hashes made anew.</summary>
    private static void OwnKey(Sql sql)
    {
        using var key = ApproverKey.Create();
        var grant = key.SignIn(sql.First("SELECT registry FROM head", reader => reader.GetString(0))!, "me", Whole());
        var body = ToolGen.Registry.Audit.Bodies.Grant(grant);
        sql.Run("INSERT INTO log VALUES ((SELECT size FROM head), $1, 'trusted', $2, $3, zeroblob(32), 'keys')", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), key.Id, body);
        sql.Run("INSERT INTO keys VALUES ($1, $2, 'me', $3, (SELECT size FROM head), NULL)", key.Id, key.Public, ToolGen.Registry.Approvals.KeyGrantText.Whole(grant));
        sql.Run("UPDATE versions SET state = 'approved' WHERE name = 'candidate'");
        LogEdits.Anew(sql);
    }

    private static void Unrevoked(Sql sql)
    {
        sql.Run("DELETE FROM log WHERE kind = 'revoked'");
        sql.Run("UPDATE versions SET state = 'approved', reason = NULL, records = records - 1, since = (SELECT max(sequence) FROM log WHERE subject = id), changed = (SELECT max(sequence) FROM log WHERE subject = id) WHERE name = 'revoked'");
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(31);
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Registry.Storage.Sqlite;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Registry;

/// <summary>A registry with a row of each kind, closed; it can be edited as its files, and be put back.</summary>
internal sealed class FilledRegistry : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-audit-").FullName;
    private readonly Dictionary<string, byte[]> files = [];

    public FilledRegistry()
    {
        this.Options = MadeVersions.OptionsIn(this.folder) with { SealEvery = 5 };
        FillAsync(this.Options, this.Person, this.Other).GetAwaiter().GetResult();
        foreach (var path in Directory.EnumerateFiles(this.folder, "*", SearchOption.AllDirectories)) this.files[path] = File.ReadAllBytes(path);
    }

    public RegistryOptions Options { get; }

    public ApproverKey Person { get; } = ApproverKey.Create();

    public ApproverKey Other { get; } = ApproverKey.Create();

    public string Database => Path.Combine(this.Options.Folder, "registry.db");

    public string Checkpoints => Path.Combine(this.Options.Folder, "checkpoints");

    public string Newest => this.files.Keys.Single(path => path.Contains(Path.Combine("host", "checkpoints"), StringComparison.Ordinal));

    /// <summary>What lies beside the host's key.</summary>
    public IEnumerable<string> HostFiles => Directory.EnumerateFiles(Path.GetDirectoryName(this.Options.HostKey!)!, "*", SearchOption.AllDirectories).Where(path => path != this.Options.HostKey);

    /// <summary>Puts everything back as it was.</summary>
    public void Restore()
    {
        foreach (var path in Directory.EnumerateFiles(this.folder, "*", SearchOption.AllDirectories))
            if (!this.files.ContainsKey(path)) File.Delete(path);
        foreach (var path in Directory.EnumerateDirectories(this.Options.Folder)) Directory.Delete(path);
        foreach (var (path, bytes) in this.files) File.WriteAllBytes(path, bytes);
    }

    /// <summary>Opens the file as any other program does.</summary>
    public Sql Open()
    {
        var sql = new Sql(new($"Data Source={this.Database};Pooling=False"));
        sql.Connection.Open();
        return sql;
    }

    /// <summary>What the verifier says now.</summary>
    public IReadOnlyList<VerifyProblem> Problems() => RegistryVerifier.Verify(this.Options).Problems;

    public void Dispose()
    {
        this.Person.Dispose();
        this.Other.Dispose();
        Directory.Delete(this.folder, recursive: true);
    }

    private static async Task FillAsync(RegistryOptions options, ApproverKey person, ApproverKey other)
    {
        await using var registry = await SqliteRegistry.OpenAsync(options);
        var now = DateTimeOffset.UtcNow;
        await registry.GrantAsync(person.SignIn(registry.Id, "person", now));
        await registry.GrantAsync(person.Sign(other.SignIn(registry.Id, "other", now)));
        await registry.CollectAsync("billing", "person");
        await registry.AddMemberAsync("billing", "approved@^1", "person");
        var approved = await registry.AddAsync(MadeVersions.Of("approved", companion: "class C;", capabilities: ["clock"]), "maker");
        await registry.ApproveAsync(person.Approve(approved, DateTimeOffset.UtcNow, now.AddDays(30)));
        await registry.AddAsync(MadeVersions.Of("candidate"), "maker");
        await registry.AddAsync(MadeVersions.Of("own", session: "caller"), "caller");
        var revoked = await registry.AddAsync(MadeVersions.Of("revoked"), "maker");
        await registry.ApproveAsync(person.Approve(revoked, DateTimeOffset.UtcNow));
        await registry.MarkAsync(revoked.Id, ToolState.Revoked, "leaks", "person");
        var rejected = await registry.AddAsync(MadeVersions.Of("rejected"), "maker");
        await registry.MarkAsync(rejected.Id, ToolState.Rejected, "no use", "person");
        for (var i = 0; i < 8; i++) await registry.AppendAsync("called", "agent" + (i % 3), $$"""{"id":"{{approved.Id}}","call":"c{{i}}","fault":"{{(i == 3 ? "tool" : "none")}}","us":{{100 + i}},"shape":"{n:number{{(i % 2 == 0 ? "" : ",to:string")}}}"}""");
        await registry.AppendAsync("searched", "agent1", """{"words":"halve a number"}""");
        await registry.AppendAsync("refused", "agent1", """{"what":"delete_all","why":"there is none"}""");
    }
}

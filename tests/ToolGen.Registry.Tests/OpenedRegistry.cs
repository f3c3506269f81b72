using System;
using System.IO;
using System.Threading.Tasks;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Storage.Sqlite;
using ToolGen.Registry.Turns;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests;

/// <summary>A registry in a folder of its own, with a person who may approve and a clock that stands where a test puts it.</summary>
internal sealed class OpenedRegistry : IAsyncDisposable
{
    private readonly Func<RegistryOptions, IRegistryStore> storeOf;

    private OpenedRegistry(string folder, IToolRegistry registry, SetClock clock, Func<RegistryOptions, IRegistryStore> storeOf)
    {
        (this.Folder, this.Registry, this.Clock, this.storeOf) = (folder, registry, clock, storeOf);
    }

    public string Folder { get; }

    public IToolRegistry Registry { get; private set; }

    public ApproverKey Person { get; } = ApproverKey.Create();

    public SetClock Clock { get; }

    public RegistryOptions Options => this.Registry.Options;

    public static async Task<OpenedRegistry> MakeAsync(Func<RegistryOptions, RegistryOptions>? with = null, bool trusts = true, Func<RegistryOptions, IRegistryStore>? storeOf = null)
    {
        storeOf ??= static options => new SqliteStore(options.DatabasePath);
        var folder = Directory.CreateTempSubdirectory("toolgen-registry-").FullName;
        var clock = new SetClock();
        var options = MadeVersions.OptionsIn(folder) with { Time = clock };
        options = with?.Invoke(options) ?? options;
        var opened = new OpenedRegistry(folder, LogRegistry.Open(options, storeOf(options)), clock, storeOf);
        if (trusts) await opened.Registry.GrantAsync(opened.Person.SignIn(opened.Registry.Id, "first", clock.Now));
        return opened;
    }

    /// <summary>A version that was approved.</summary>
    public async Task<StoredVersion> ApprovedAsync(NewVersion? version = null)
    {
        var added = await this.Registry.AddAsync(version ?? MadeVersions.Of(), "maker");
        return await this.Registry.ApproveAsync(this.Person.Approve(added, this.Clock.Now));
    }

    /// <summary>Another person, let in by the first.</summary>
    public async Task<ApproverKey> SecondAsync(string name = "second")
    {
        var key = ApproverKey.Create();
        await this.Registry.GrantAsync(this.Person.Sign(key.SignIn(this.Registry.Id, name, this.Clock.Now)));
        return key;
    }

    public async Task<IToolRegistry> ReopenAsync(Func<RegistryOptions, RegistryOptions>? with = null)
    {
        var options = with?.Invoke(this.Options) ?? this.Options;
        await this.Registry.DisposeAsync();
        return this.Registry = LogRegistry.Open(options, this.storeOf(options));
    }

    /// <summary>What an owner of the file can do who does not ask ToolGen.</summary>
    public int Edit(string statement, params object?[] values)
    {
        using var sql = new Sql(new($"Data Source={Path.Combine(this.Folder, "registry", "registry.db")};Pooling=False"));
        sql.Connection.Open();
        return sql.Run(statement, values);
    }

    /// <summary>Holds the whole of it against its log.</summary>
    public VerifyReport Verify()
    {
        using var store = this.storeOf(this.Options);
        return RegistryVerifier.Verify(this.Options, store);
    }

    public async ValueTask DisposeAsync()
    {
        await this.Registry.DisposeAsync();
        this.Person.Dispose();
        Directory.Delete(this.Folder, recursive: true);
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => this.Now;
}

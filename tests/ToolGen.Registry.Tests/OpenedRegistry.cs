using System;
using System.IO;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests;

/// <summary>A registry in a folder of its own, with a person who may approve and a clock that stands where a test puts it.</summary>
internal sealed class OpenedRegistry : IAsyncDisposable
{
    private OpenedRegistry(string folder, IToolRegistry registry, ApproverKey person, SetClock clock)
    {
        (this.Folder, this.Registry, this.Person, this.Clock) = (folder, registry, person, clock);
    }

    public string Folder { get; }

    public IToolRegistry Registry { get; private set; }

    public ApproverKey Person { get; }

    public SetClock Clock { get; }

    public RegistryOptions Options => this.Registry.Options;

    public static async Task<OpenedRegistry> MakeAsync(Func<RegistryOptions, RegistryOptions>? with = null, bool trusts = true)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-registry-").FullName;
        var clock = new SetClock();
        var options = MadeVersions.OptionsIn(folder) with { Time = clock };
        var opened = new OpenedRegistry(folder, await SqliteRegistry.OpenAsync(with?.Invoke(options) ?? options), ApproverKey.Create(), clock);
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
        var options = this.Options;
        await this.Registry.DisposeAsync();
        return this.Registry = await SqliteRegistry.OpenAsync(with?.Invoke(options) ?? options);
    }

    /// <summary>What an owner of the file can do who does not ask ToolGen.</summary>
    public int Edit(string statement, params object?[] values)
    {
        using var sql = new ToolGen.Registry.Storage.Sqlite.Sql(new($"Data Source={Path.Combine(this.Folder, "registry", "registry.db")};Pooling=False"));
        sql.Connection.Open();
        return sql.Run(statement, values);
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

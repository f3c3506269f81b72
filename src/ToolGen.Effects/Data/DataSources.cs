using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Data.PostgreSql;
using ToolGen.Effects.Data.Providers;
using ToolGen.Effects.Data.Sqlite;

namespace ToolGen.Effects.Data;

/// <summary>The databases of a host, one source a grant, each with connections that are used again. Thread-safe.</summary>
internal sealed class DataSources(ToolEffectsOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseGrant, Lazy<IDataSource>> sources = new();

    public ValueTask<IToolDataSession> OpenAsync(DatabaseGrant grant, SessionRules rules, CancellationToken cancellationToken) =>
        this.sources.GetOrAdd(grant, _ => new(() => this.Make(grant, rules.Database), LazyThreadSafetyMode.PublicationOnly)).Value.OpenAsync(rules, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var (grant, _) in this.sources)
            if (this.sources.TryRemove(grant, out var source) && source.IsValueCreated) await source.Value.DisposeAsync().ConfigureAwait(false);
    }

    private IDataSource Make(DatabaseGrant grant, string name)
    {
        var connection = new ConnectionText(grant.Connection, name, options.Environment);
        return grant.Provider.ToLowerInvariant() switch
        {
            "sqlite" => new SqliteSource(connection.Settings, name),
            "postgresql" or "postgres" or "npgsql" => new PostgreSqlSource(connection.Settings, name),
            _ when options.DataProviders.TryGetValue(grant.Provider, out var factory) => new ProviderSource(factory, connection.Settings, name),
            _ => throw new ToolException(ToolErrorCodes.Denied, $"the grant of the database {name} names the provider {CallScope.Shown(grant.Provider)}, which this host does not have"),
        };
    }
}

/// <summary>A database and its connections.</summary>
internal interface IDataSource : IAsyncDisposable
{
    ValueTask<IToolDataSession> OpenAsync(SessionRules rules, CancellationToken cancellationToken);
}

using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Telemetry;

namespace ToolGen.Effects.Data;

/// <summary>A session whose statements are told to who listens.</summary>
/// <param name="session">Does the work.</param>
/// <param name="system">The database's kind as OpenTelemetry names it.</param>
/// <param name="database">Its logical name.</param>
internal sealed class WatchedSession(IToolDataSession session, string system, string database) : IToolDataSession
{
    public async ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default)
    {
        using var span = EffectTelemetry.Statement(system, database);
        try
        {
            var rows = await session.RunAsync(statement, cancellationToken).ConfigureAwait(false);
            span.Tag("db.response.returned_rows", rows.Rows.Count);
            return rows;
        }
        catch (Exception e) when (span.Failed(e))
        {
            throw;
        }
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken = default) => session.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    /// <summary>The session, watched where somebody listens.</summary>
    public static IToolDataSession Of(IToolDataSession session, DatabaseGrant grant, string database) =>
        EffectTelemetry.IsOn ? new WatchedSession(session, SystemOf(grant.Provider), database) : session;

    private static string SystemOf(string provider) => provider.ToLowerInvariant() switch
    {
        "sqlite" => "sqlite",
        "postgresql" or "postgres" or "npgsql" => "postgresql",
        _ => "other_sql",
    };
}

using System;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace ToolGen.Effects.Data.PostgreSql;

/// <summary>One PostgreSQL database: the driver's pool, which gives each session a connection without traces of the one before.</summary>
internal sealed class PostgreSqlSource : IDataSource
{
    private readonly NpgsqlDataSource source;
    private readonly string name;

    public PostgreSqlSource(DbConnectionStringBuilder settings, string name)
    {
        this.name = name;
        try
        {
            // Nothing of the host's: no ambient transaction, no details of rows in errors, no session that outlives its reset.
            var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
            {
                Enlist = false,
                IncludeErrorDetail = false,
                PersistSecurityInfo = false,
                Multiplexing = false,
                NoResetOnClose = false,
                MaxAutoPrepare = 0,
            };
            if (own.Timeout > 10) own.Timeout = 10;
            this.source = NpgsqlDataSource.Create(own);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
        {
            throw new ToolException(ToolErrorCodes.Denied, $"the connection of the database {name} in the host's grants is none of PostgreSQL");
        }
    }

    public async ValueTask<IToolDataSession> OpenAsync(SessionRules rules, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await this.source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await PostgreSqlSession.BeginAsync(connection, rules, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ToolException))
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);

            // The message of the driver would show host and account.
            throw new ToolException(ToolErrorCodes.Unavailable, $"the database {this.name} can't be reached{(e is PostgresException { SqlState: var state } ? $" (SQLSTATE {state})" : "")}");
        }
        catch
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => this.source.DisposeAsync();
}

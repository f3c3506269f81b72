using System;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Effects.Data.Providers;

/// <summary>A database of an ADO.NET provider that the host registered. Its driver pools.</summary>
internal sealed class ProviderSource(DbProviderFactory factory, DbConnectionStringBuilder settings, string name) : IDataSource
{
    public async ValueTask<IToolDataSession> OpenAsync(SessionRules rules, CancellationToken cancellationToken)
    {
        var connection = factory.CreateConnection() ?? throw new ToolException(ToolErrorCodes.Denied, $"the provider of the database {name} makes no connections");
        try
        {
            connection.ConnectionString = settings.ConnectionString;
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var session = new ProviderSession(connection, await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false), rules);
            rules.EndWith(session.DisposeAsync);
            return session;
        }
        catch (Exception e)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested) throw;

            // The message of a driver can show what the connection string says.
            throw new ToolException(ToolErrorCodes.Unavailable, $"the database {name} can't be reached");
        }
    }

    public ValueTask DisposeAsync() => default;
}

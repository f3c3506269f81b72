// Counts alerts of the last hours or days; the span is pasted into an INTERVAL literal.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    public interface IAlertStore
    {
        Task<long> CountAsync(string severity, string window, CancellationToken cancellationToken);
    }

    public sealed class PostgresAlertStore(NpgsqlDataSource source) : IAlertStore
    {
        public async Task<long> CountAsync(string severity, string window, CancellationToken cancellationToken)
        {
            await using var command = source.CreateCommand($"""
                SELECT count(*) FROM alerts
                WHERE severity = $1 AND raised_at > now() - INTERVAL '{window}'
                """);
            command.Parameters.AddWithValue(severity);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }

    [McpServerToolType]
    public sealed class AlertTools(IAlertStore store)
    {
        [McpServerTool(Name = "count_alerts"), Description("Counts the alerts of a severity in a window of time, such as '6 hours'.")]
        public Task<long> CountAlerts(string severity, string window, CancellationToken cancellationToken) => store.CountAsync(severity, window, cancellationToken);
    }
}

namespace Fixed
{
    public interface IAlertStore
    {
        Task<long> CountAsync(string severity, TimeSpan window, CancellationToken cancellationToken);
    }

    public sealed class PostgresAlertStore(NpgsqlDataSource source) : IAlertStore
    {
        public async Task<long> CountAsync(string severity, TimeSpan window, CancellationToken cancellationToken)
        {
            await using var command = source.CreateCommand("""
                SELECT count(*) FROM alerts
                WHERE severity = $1 AND raised_at > now() - $2::interval
                """);
            command.Parameters.AddWithValue(severity);
            command.Parameters.AddWithValue(window);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }

    [McpServerToolType]
    public sealed class AlertTools(IAlertStore store)
    {
        [McpServerTool(Name = "count_alerts"), Description("Counts the alerts of a severity in the last hours.")]
        public Task<long> CountAlerts(string severity, int hours, CancellationToken cancellationToken) =>
            store.CountAsync(severity, TimeSpan.FromHours(Math.Clamp(hours, 1, 24 * 90)), cancellationToken);
    }
}

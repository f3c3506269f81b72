// Tells how far a replica of a database lags; the server logs in, with its password, to any host that is named.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ReplicaTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Lag of a replica in seconds.")]
        public async Task<double> ReplicaLag(string host, CancellationToken ct)
        {
            var builder = new NpgsqlConnectionStringBuilder
            {
                Host = host,
                Username = "monitor",
                Password = configuration["Monitor:Password"],
                Database = "postgres",
            };
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()), 0)::float8", connection);
            return (double)(await command.ExecuteScalarAsync(ct))!;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ReplicaTools(IConfiguration configuration)
    {
        private static readonly string[] Replicas = ["db-replica-1.example.org", "db-replica-2.example.org", "db-replica-3.example.org"];

        [McpServerTool, Description("Lag of a replica in seconds.")]
        public async Task<double> ReplicaLag([Description("Number of the replica, 1 to 3")] int replica, CancellationToken ct)
        {
            if (replica < 1 || replica > Replicas.Length) throw new ArgumentOutOfRangeException(nameof(replica));
            var builder = new NpgsqlConnectionStringBuilder
            {
                Host = Replicas[replica - 1],
                Username = "monitor",
                Password = configuration["Monitor:Password"],
                Database = "postgres",
                SslMode = SslMode.VerifyFull,
            };
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()), 0)::float8", connection);
            return (double)(await command.ExecuteScalarAsync(ct))!;
        }
    }
}

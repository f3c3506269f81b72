// Reads the usage of a tenant; the schema is chosen with SET search_path and the tenant's text.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class UsageTools(NpgsqlDataSource source)
    {
        [McpServerTool(Name = "tenant_usage"), Description("The storage that a tenant uses, in bytes.")]
        public async Task<long> TenantUsage([Description("The tenant's id")] string tenant, CancellationToken cancellationToken)
        {
            await using var connection = await this.OpenAsync($"tenant_{tenant}", cancellationToken);
            await using var command = new NpgsqlCommand("SELECT coalesce(sum(size), 0)::bigint FROM blobs", connection);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        private async Task<NpgsqlConnection> OpenAsync(string schema, CancellationToken cancellationToken)
        {
            var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var set = connection.CreateCommand();
            set.CommandText = "SET search_path TO " + schema;
            await set.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class UsageTools(NpgsqlDataSource source)
    {
        [McpServerTool(Name = "tenant_usage"), Description("The storage that a tenant uses, in bytes.")]
        public async Task<long> TenantUsage([Description("The tenant's id")] Guid tenant, CancellationToken cancellationToken)
        {
            await using var connection = await this.OpenAsync($"tenant_{tenant:N}", cancellationToken);
            await using var command = new NpgsqlCommand("SELECT coalesce(sum(size), 0)::bigint FROM blobs", connection);
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        private async Task<NpgsqlConnection> OpenAsync(string schema, CancellationToken cancellationToken)
        {
            var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var set = connection.CreateCommand();
            set.CommandText = "SET search_path TO " + schema;
            await set.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
    }
}

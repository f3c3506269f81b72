// Checks that the database answers; when it does not, the connection string with its password is in the message.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    [McpServerToolType]
    public class DatabaseTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Checks that the database answers.")]
        public async Task<string> CheckDatabase(CancellationToken ct)
        {
            var connectionString = configuration.GetConnectionString("Main");
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(ct);
                return $"PostgreSQL {connection.PostgreSqlVersion}";
            }
            catch (Exception e)
            {
                throw new McpException($"No connection with '{connectionString}': {e.Message}", e);
            }
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class DatabaseTools(IConfiguration configuration, ILogger<DatabaseTools> logger)
    {
        [McpServerTool, Description("Checks that the database answers.")]
        public async Task<string> CheckDatabase(CancellationToken ct)
        {
            try
            {
                await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Main"));
                await connection.OpenAsync(ct);
                return $"PostgreSQL {connection.PostgreSqlVersion}";
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning("The database gives no connection, state {State}", e.SqlState);
                throw new McpException("The database gives no connection.");
            }
        }
    }
}

// Lists a customer's orders; a zero or negative limit is mended, a huge one is handed to the database.
using System.Collections.Generic;
using System.ComponentModel;
using System.Data;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record OrderRow(long Id, string Day, double Total);

    [McpServerToolType]
    public sealed class OrderTools(SqliteConnection connection)
    {
        [McpServerTool(Name = "list_orders"), Description("Orders of a customer, newest first.")]
        public async Task<IReadOnlyList<OrderRow>> ListAsync(long customerId, int limit = 20, CancellationToken cancellationToken = default)
        {
            if (limit <= 0)
            {
                limit = 20;
            }

            var command = new CommandDefinition(
                "SELECT id AS Id, day AS Day, total AS Total FROM orders WHERE customer_id = @customerId ORDER BY day DESC LIMIT @limit",
                new { customerId, limit }, commandTimeout: 10, cancellationToken: cancellationToken);
            return (await connection.QueryAsync<OrderRow>(command)).ToList();
        }
    }
}

namespace Fixed
{
    public record OrderRow(long Id, string Day, double Total);

    [McpServerToolType]
    public sealed class OrderTools(SqliteConnection connection)
    {
        private const int MaxLimit = 100;

        [McpServerTool(Name = "list_orders"), Description("Orders of a customer, newest first, at most 100.")]
        public async Task<IReadOnlyList<OrderRow>> ListAsync(long customerId, int limit = 20, CancellationToken cancellationToken = default)
        {
            limit = limit switch
            {
                <= 0 => 20,
                > MaxLimit => MaxLimit,
                _ => limit,
            };

            var command = new CommandDefinition(
                "SELECT id AS Id, day AS Day, total AS Total FROM orders WHERE customer_id = @customerId ORDER BY day DESC LIMIT @limit",
                new { customerId, limit }, commandTimeout: 10, cancellationToken: cancellationToken);
            return (await connection.QueryAsync<OrderRow>(command)).ToList();
        }
    }
}

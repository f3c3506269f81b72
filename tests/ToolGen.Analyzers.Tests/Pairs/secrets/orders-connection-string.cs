// Counts open orders in PostgreSQL; user and password are in a connection string in the code.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    [McpServerToolType]
    public static class OrderTools
    {
        private static readonly string Orders = "Host=db.example.com;Port=5432;Database=orders;Username=orders_app;Password=Kr4nich-am-See!7;SSL Mode=VerifyFull";

        [McpServerTool, Description("Counts a customer's open orders.")]
        public static async Task<int> CountOpenOrders(int customerId, CancellationToken cancellationToken)
        {
            await using var connection = new NpgsqlConnection(Orders);
            return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                "select count(*) from orders where customer_id = @customerId and state = 'open'", new { customerId }, cancellationToken: cancellationToken));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class OrderTools
    {
        private const string LocalDefault = "Host=localhost;Port=5432;Database=orders;Username=orders_app;Passfile=orders.pgpass";

        [McpServerTool, Description("Counts a customer's open orders.")]
        public static async Task<int> CountOpenOrders(IConfiguration configuration, int customerId, CancellationToken cancellationToken)
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Orders") ?? LocalDefault);
            return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                "select count(*) from orders where customer_id = @customerId and state = 'open'", new { customerId }, cancellationToken: cancellationToken));
        }
    }
}

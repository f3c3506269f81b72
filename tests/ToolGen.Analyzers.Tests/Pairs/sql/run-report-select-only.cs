// Answers questions about sales; the model writes the statement, and only its first word is looked at.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SalesTools(SqliteConnection connection)
    {
        [McpServerTool(Name = "query_sales", ReadOnly = true), Description("Runs a SELECT statement over the sales tables.")]
        public async Task<List<object[]>> Query(string sql, CancellationToken cancellationToken)
        {
            if (!sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
                throw new McpException("Only SELECT statements are allowed.");

            await using var command = new SqliteCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<object[]>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }

            return rows;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SalesTools(SqliteConnection connection)
    {
        private static readonly Dictionary<string, string> Reports = new(StringComparer.OrdinalIgnoreCase)
        {
            ["by_region"] = "SELECT region, sum(total) FROM sales WHERE year = $year GROUP BY region",
            ["by_month"] = "SELECT month, sum(total) FROM sales WHERE year = $year GROUP BY month",
            ["top_products"] = "SELECT product, sum(total) AS t FROM sales WHERE year = $year GROUP BY product ORDER BY t DESC LIMIT 20",
        };

        [McpServerTool(Name = "query_sales", ReadOnly = true), Description("Runs a report over the sales tables: by_region, by_month or top_products.")]
        public async Task<List<object[]>> Query(string report, int year, CancellationToken cancellationToken)
        {
            if (!Reports.TryGetValue(report, out var sql)) throw new McpException("There is no such report.");

            await using var command = new SqliteCommand(sql, connection);
            command.Parameters.AddWithValue("$year", year);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<object[]>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }

            return rows;
        }
    }
}

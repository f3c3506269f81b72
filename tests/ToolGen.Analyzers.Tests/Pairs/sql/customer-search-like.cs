// Finds customers by a part of their name; the search term is pasted into the LIKE pattern of the statement.
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Customer(long Id, string Name, string City);

    [McpServerToolType]
    public sealed class CustomerTools(SqliteConnection connection)
    {
        [McpServerTool(Name = "search_customers"), Description("Finds customers whose name contains a term.")]
        public async Task<List<Customer>> SearchAsync([Description("Part of the name")] string term, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT id, name, city FROM customers WHERE name LIKE '%{term}%' ORDER BY name LIMIT 50";
            var found = new List<Customer>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                found.Add(new Customer(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
            return found;
        }
    }
}

namespace Fixed
{
    public sealed record Customer(long Id, string Name, string City);

    [McpServerToolType]
    public sealed class CustomerTools(SqliteConnection connection)
    {
        [McpServerTool(Name = "search_customers"), Description("Finds customers whose name contains a term.")]
        public async Task<List<Customer>> SearchAsync([Description("Part of the name")] string term, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = @"SELECT id, name, city FROM customers WHERE name LIKE $pattern ESCAPE '\' ORDER BY name LIMIT 50";
            command.Parameters.AddWithValue("$pattern", $"%{EscapeLike(term)}%");
            var found = new List<Customer>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                found.Add(new Customer(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
            return found;
        }

        private static string EscapeLike(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
    }
}

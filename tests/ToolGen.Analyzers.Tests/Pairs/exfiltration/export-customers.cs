// Exports the customers of a country for a partner; the rows are posted to an address from the arguments.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ExportTools(IHttpClientFactory clients, SqliteConnection database)
    {
        [McpServerTool(Name = "export_customers"), Description("Exports the customers of a country to a partner's endpoint.")]
        public async Task<int> ExportCustomersAsync(string country, string endpoint, CancellationToken ct)
        {
            var customers = new List<object>();
            await database.OpenAsync(ct);
            await using var command = database.CreateCommand();
            command.CommandText = "SELECT name, email, phone, iban FROM customers WHERE country = $country";
            command.Parameters.AddWithValue("$country", country);
            await using (var reader = await command.ExecuteReaderAsync(ct))
                while (await reader.ReadAsync(ct))
                    customers.Add(new { Name = reader.GetString(0), Email = reader.GetString(1), Phone = reader.GetString(2), Iban = reader.GetString(3) });

            using var response = await clients.CreateClient().PostAsJsonAsync(endpoint, customers, ct);
            response.EnsureSuccessStatusCode();
            return customers.Count;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ExportTools(IHttpClientFactory clients, SqliteConnection database)
    {
        private static readonly Uri Partner = new("https://partner.example.org/figures");

        [McpServerTool(Name = "export_customers"), Description("Sends the number of customers of a country to the partner.")]
        public async Task<long> ExportCustomersAsync(string country, CancellationToken ct)
        {
            await database.OpenAsync(ct);
            await using var command = database.CreateCommand();
            command.CommandText = "SELECT count(*) FROM customers WHERE country = $country";
            command.Parameters.AddWithValue("$country", country);
            var count = (long)(await command.ExecuteScalarAsync(ct))!;

            using var response = await clients.CreateClient().PostAsJsonAsync(Partner, new { country, count }, ct);
            response.EnsureSuccessStatusCode();
            return count;
        }
    }
}

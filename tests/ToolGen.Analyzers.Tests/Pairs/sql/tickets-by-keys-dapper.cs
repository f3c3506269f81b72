// Reads support tickets by their keys with Dapper; the keys are joined into the IN list.
using System.Collections.Generic;
using System.ComponentModel;
using System.Data;
using System.Linq;
using System.Threading.Tasks;
using Dapper;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Ticket(string Key, string Title, string State);

    [McpServerToolType]
    public sealed class TicketTools
    {
        private readonly IDbConnection connection;

        public TicketTools(IDbConnection connection) => this.connection = connection;

        [McpServerTool(Name = "get_tickets"), Description("Reads tickets by their keys, such as OPS-12.")]
        public async Task<IEnumerable<Ticket>> GetTickets(string[] keys)
        {
            var list = string.Join(", ", keys.Select(key => $"'{key}'"));
            return await this.connection.QueryAsync<Ticket>($"SELECT key, title, state FROM tickets WHERE key IN ({list})");
        }
    }
}

namespace Fixed
{
    public sealed record Ticket(string Key, string Title, string State);

    [McpServerToolType]
    public sealed class TicketTools
    {
        private readonly IDbConnection connection;

        public TicketTools(IDbConnection connection) => this.connection = connection;

        [McpServerTool(Name = "get_tickets"), Description("Reads tickets by their keys, such as OPS-12.")]
        public async Task<IEnumerable<Ticket>> GetTickets(string[] keys)
        {
            var list = keys.Distinct().Take(200).ToArray();
            if (list is []) return [];
            return await this.connection.QueryAsync<Ticket>("SELECT key, title, state FROM tickets WHERE key IN @list", new { list });
        }
    }
}

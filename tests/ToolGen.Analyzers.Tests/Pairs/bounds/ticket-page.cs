// Pages through support tickets; a safe page size is computed, and then the one that was asked for is used.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Ticket(int Id, string Subject, DateTimeOffset Opened);

    public interface ITicketStore
    {
        IQueryable<Ticket> Open { get; }
    }

    [McpServerToolType]
    public sealed class TicketTools(ITicketStore store)
    {
        [McpServerTool(Name = "list_tickets"), Description("Open tickets, a page at a time.")]
        public object List(int page = 1, int pageSize = 25)
        {
            var size = Math.Clamp(pageSize, 1, 100);
            var first = Math.Max(0, page - 1) * size;
            var tickets = store.Open.OrderBy(t => t.Opened).Skip(first).Take(pageSize).ToList();
            return new { page, size, tickets };
        }
    }
}

namespace Fixed
{
    public sealed record Ticket(int Id, string Subject, DateTimeOffset Opened);

    public interface ITicketStore
    {
        IQueryable<Ticket> Open { get; }
    }

    [McpServerToolType]
    public sealed class TicketTools(ITicketStore store)
    {
        [McpServerTool(Name = "list_tickets"), Description("Open tickets, a page at a time.")]
        public object List(int page = 1, int pageSize = 25)
        {
            var size = Math.Clamp(pageSize, 1, 100);
            var first = Math.Clamp(page - 1, 0, 10_000) * size;
            var tickets = store.Open.OrderBy(t => t.Opened).Skip(first).Take(size).ToList();
            return new { page, size, tickets };
        }
    }
}

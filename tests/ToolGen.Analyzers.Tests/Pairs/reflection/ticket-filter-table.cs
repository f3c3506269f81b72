// Finds tickets of a tenant; the filter is an expression of DataTable that can undo the tenant's part of it.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Data;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class TicketPlugin(DataTable tickets, string tenant)
    {
        [KernelFunction("find_tickets"), Description("Finds tickets by a filter such as Priority > 2.")]
        public IEnumerable<string> Find([Description("Filter")] string filter, [Description("Column to sort by")] string sort = "Id")
        {
            var rows = tickets.Select($"Tenant = '{tenant}' AND {filter}", sort);
            foreach (DataRow row in rows)
            {
                yield return $"{row["Id"]}: {row["Title"]}";
            }
        }
    }
}

namespace Fixed
{
    public sealed class TicketPlugin(DataTable tickets, string tenant)
    {
        [KernelFunction("find_tickets"), Description("Finds tickets by their priority and a text.")]
        public IEnumerable<string> Find([Description("Least priority, 1 to 5")] int priority = 1, [Description("Text in the title")] string? text = null)
        {
            return tickets.AsEnumerable()
                .Where(row => row.Field<string>("Tenant") == tenant)
                .Where(row => row.Field<int>("Priority") >= priority)
                .Where(row => text is null || row.Field<string>("Title")!.Contains(text, StringComparison.CurrentCultureIgnoreCase))
                .OrderBy(row => row.Field<int>("Id"))
                .Take(200)
                .Select(row => $"{row["Id"]}: {row["Title"]}");
        }
    }
}

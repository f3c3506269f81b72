// Lists the builds of a branch; only the first word of the sorting is compared with the columns, but all of it is used.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class BuildTools
    {
        private static readonly string[] Sortable = ["started", "duration", "number"];

        /// <summary>Lists the builds of a branch.</summary>
        /// <param name="branch">Such as main.</param>
        /// <param name="sort">A column and a direction, such as "started desc".</param>
        [Tool(Name = "list_builds", ReadOnly = true, Capabilities = ["sql ci read"])]
        public async Task<IReadOnlyList<string>> ListBuilds(ToolContext context, string branch, string sort = "started desc")
        {
            if (!Sortable.Contains(sort.Split(' ')[0], StringComparer.OrdinalIgnoreCase))
                throw new ToolException(ToolErrorCodes.InvalidInput, "builds are sorted by started, duration or number");

            await using var session = await context.Data.OpenAsync("ci");
            var rows = await session.RunAsync(new SqlStatement()
                .Text("SELECT number, state FROM builds WHERE branch = ").Value(branch)
                .Text(" ORDER BY " + sort + " LIMIT 40"));
            return rows.Rows.Select(r => $"#{r[0]} {r[1]}").ToList();
        }
    }
}

namespace Fixed
{
    public sealed class BuildTools
    {
        private static readonly string[] Sortable = ["started", "duration", "number"];

        /// <summary>Lists the builds of a branch.</summary>
        /// <param name="branch">Such as main.</param>
        /// <param name="sort">A column and a direction, such as "started desc".</param>
        [Tool(Name = "list_builds", ReadOnly = true, Capabilities = ["sql ci read"])]
        public async Task<IReadOnlyList<string>> ListBuilds(ToolContext context, string branch, string sort = "started desc")
        {
            var words = sort.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var column = words is [var first, ..] ? Array.Find(Sortable, name => name.Equals(first, StringComparison.OrdinalIgnoreCase)) : null;
            if (column is null) throw new ToolException(ToolErrorCodes.InvalidInput, "builds are sorted by started, duration or number");
            var descending = words is [_, var second] && second.Equals("desc", StringComparison.OrdinalIgnoreCase);

            await using var session = await context.Data.OpenAsync("ci");
            var rows = await session.RunAsync(new SqlStatement()
                .Text("SELECT number, state FROM builds WHERE branch = ").Value(branch)
                .Text(" ORDER BY " + column + (descending ? " DESC" : " ASC") + " LIMIT 40"));
            return rows.Rows.Select(r => $"#{r[0]} {r[1]}").ToList();
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Effects.Data;

/// <summary>Looks at what a granted database holds, by the same guard that tools have: read-only.</summary>
internal sealed class BoundTables(IToolData data, string provider)
{
    private const int MaxTables = 200;

    public async Task<IReadOnlyList<BoundTable>> ReadAsync(string database, CancellationToken cancellationToken)
    {
        var session = await data.OpenAsync(database, writes: false, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return provider == "postgresql" ? await PostgreSqlAsync(session, cancellationToken).ConfigureAwait(false) : await SqliteAsync(session, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<BoundTable>> PostgreSqlAsync(IToolDataSession session, CancellationToken cancellationToken)
    {
        var rows = await session.RunAsync(
            new SqlStatement().Text("SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY table_schema, table_name, ordinal_position"),
            cancellationToken).ConfigureAwait(false);
        return rows.Rows.GroupBy(row => (Schema: (string)row[0]!, Table: (string)row[1]!)).Take(MaxTables)
            .Select(table => new BoundTable(table.Key.Schema == "public" ? table.Key.Table : table.Key.Schema + "." + table.Key.Table, table.Select(row => new BoundColumn((string)row[2]!, (string?)row[3])).ToArray()))
            .ToArray();
    }

    private static async Task<IReadOnlyList<BoundTable>> SqliteAsync(IToolDataSession session, CancellationToken cancellationToken)
    {
        var names = await session.RunAsync(
            new SqlStatement().Text("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name"), cancellationToken).ConfigureAwait(false);
        var tables = new List<BoundTable>();
        foreach (var name in names.Rows.Select(row => (string)row[0]!).Take(MaxTables))
        {
            // The name is one of the database's own; quoted, it is no more than a name.
            var empty = await session.RunAsync(new SqlStatement().Text($"SELECT * FROM \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" LIMIT 0"), cancellationToken).ConfigureAwait(false);
            tables.Add(new(name, empty.Columns.Select(column => new BoundColumn(column, null)).ToArray()));
        }

        return tables;
    }
}

// Describes the columns of a table; the pattern for the table's name has no end.
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SchemaTools(SqliteConnection db)
    {
        private static readonly Regex Identifier = new("^[A-Za-z_][A-Za-z0-9_]*", RegexOptions.Compiled);

        [McpServerTool(Name = "describe_table", ReadOnly = true), Description("Describes the columns of a table.")]
        public async Task<List<string>> DescribeTable(string table, bool withRowCount = false)
        {
            if (!Identifier.IsMatch(table)) throw new McpException("This is not a table's name.");

            var columns = new List<string>();
            await using (var info = new SqliteCommand($"SELECT name, type FROM pragma_table_info('{table}')", db))
            await using (var reader = await info.ExecuteReaderAsync())
                while (await reader.ReadAsync()) columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");

            if (withRowCount)
            {
                await using var count = new SqliteCommand("SELECT count(*) FROM " + table, db);
                columns.Add($"rows: {await count.ExecuteScalarAsync()}");
            }

            return columns;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SchemaTools(SqliteConnection db)
    {
        private static readonly Regex Identifier = new(@"\A[A-Za-z_][A-Za-z0-9_]{0,62}\z", RegexOptions.Compiled);

        [McpServerTool(Name = "describe_table", ReadOnly = true), Description("Describes the columns of a table.")]
        public async Task<List<string>> DescribeTable(string table, bool withRowCount = false)
        {
            if (!Identifier.IsMatch(table)) throw new McpException("This is not a table's name.");

            var columns = new List<string>();
            await using (var info = new SqliteCommand("SELECT name, type FROM pragma_table_info($table)", db) { Parameters = { new SqliteParameter("$table", table) } })
            await using (var reader = await info.ExecuteReaderAsync())
                while (await reader.ReadAsync()) columns.Add($"{reader.GetString(0)} {reader.GetString(1)}");

            if (withRowCount && columns.Count > 0)
            {
                await using var count = new SqliteCommand($"SELECT count(*) FROM \"{table}\"", db);
                columns.Add($"rows: {await count.ExecuteScalarAsync()}");
            }

            return columns;
        }
    }
}

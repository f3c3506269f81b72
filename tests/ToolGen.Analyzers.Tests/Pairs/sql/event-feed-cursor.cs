// Pages through audit events; the cursor is decoded from base64 and its halves become parts of the statement.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen;

namespace Vulnerable
{
    public sealed record Page(IReadOnlyList<string> Events, string? Next);

    public sealed class AuditTools(SqliteConnection db)
    {
        /// <summary>The events of the audit log, fifty at a time.</summary>
        [Tool(ReadOnly = true)]
        public async Task<Page> AuditEvents(string? cursor = null)
        {
            var where = "";
            if (cursor is not null)
            {
                var (at, id) = Decode(cursor);
                where = $"WHERE (at, id) < ({at}, {id})";
            }

            using var command = new SqliteCommand($"SELECT at, id, what FROM audit {where} ORDER BY at DESC, id DESC LIMIT 50", db);
            using var reader = await command.ExecuteReaderAsync();
            var rows = new List<(long At, long Id, string What)>();
            while (await reader.ReadAsync()) rows.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2)));
            var next = rows is [.., var last] ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{last.At}|{last.Id}")) : null;
            return new Page([.. rows.Select(r => r.What)], next);
        }

        private static (string At, string Id) Decode(string cursor) =>
            Encoding.UTF8.GetString(Convert.FromBase64String(cursor)).Split('|') is [var at, var id] ? (at, id) : throw new FormatException("This is no cursor.");
    }
}

namespace Fixed
{
    public sealed record Page(IReadOnlyList<string> Events, string? Next);

    public sealed class AuditTools(SqliteConnection db)
    {
        /// <summary>The events of the audit log, fifty at a time.</summary>
        [Tool(ReadOnly = true)]
        public async Task<Page> AuditEvents(string? cursor = null)
        {
            var (at, id) = cursor is null ? (long.MaxValue, long.MaxValue) : Decode(cursor);
            using var command = new SqliteCommand("SELECT at, id, what FROM audit WHERE (at, id) < ($at, $id) ORDER BY at DESC, id DESC LIMIT 50", db);
            command.Parameters.AddWithValue("$at", at);
            command.Parameters.AddWithValue("$id", id);
            using var reader = await command.ExecuteReaderAsync();
            var rows = new List<(long At, long Id, string What)>();
            while (await reader.ReadAsync()) rows.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2)));
            var next = rows is [.., var last] ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{last.At}|{last.Id}")) : null;
            return new Page([.. rows.Select(r => r.What)], next);
        }

        private static (long At, long Id) Decode(string cursor) =>
            Encoding.UTF8.GetString(Convert.FromBase64String(cursor)).Split('|') is [var at, var id]
                ? (long.Parse(at, NumberStyles.None, CultureInfo.InvariantCulture), long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture))
                : throw new FormatException("This is no cursor.");
    }
}

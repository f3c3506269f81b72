// Deletes old entries of a calendar between two dates; the dates are text and become part of the statement.
using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ToolGen;

namespace Vulnerable
{
    public static class CalendarTools
    {
        /// <summary>Deletes the entries of a calendar between two dates (yyyy-MM-dd).</summary>
        [Tool(Name = "purge_calendar", Destructive = true)]
        public static async Task<int> PurgeAsync(long calendar, string from, string to, ToolContext context, CancellationToken cancellationToken)
        {
            var connection = context.Services!.GetRequiredService<SqliteConnection>();
            await using var transaction = connection.BeginTransaction();
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Format("DELETE FROM entries WHERE calendar_id = {0} AND day >= '{1}' AND day <= '{2}'", calendar, from, to);
            var deleted = await command.ExecuteNonQueryAsync(cancellationToken);
            transaction.Commit();
            context.Log($"purged {deleted}");
            return deleted;
        }
    }
}

namespace Fixed
{
    public static class CalendarTools
    {
        /// <summary>Deletes the entries of a calendar between two dates (yyyy-MM-dd).</summary>
        [Tool(Name = "purge_calendar", Destructive = true)]
        public static async Task<int> PurgeAsync(long calendar, string from, string to, ToolContext context, CancellationToken cancellationToken)
        {
            var (first, last) = (Day(from), Day(to));
            var connection = context.Services!.GetRequiredService<SqliteConnection>();
            await using var transaction = connection.BeginTransaction();
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Format("DELETE FROM entries WHERE calendar_id = {0} AND day >= '{1}' AND day <= '{2}'", calendar, first, last);
            var deleted = await command.ExecuteNonQueryAsync(cancellationToken);
            transaction.Commit();
            context.Log($"purged {deleted}");
            return deleted;

            static string Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}

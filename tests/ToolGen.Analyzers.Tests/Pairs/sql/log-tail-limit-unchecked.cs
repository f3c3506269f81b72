// Shows the last log lines of a service; the limit is parsed, but a failure changes nothing and the text itself is used.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class LogFunctions
    {
        public static AIFunction CreateTail(SqliteConnection logs)
        {
            return AIFunctionFactory.Create(Tail, "tail_log", "Shows the last log lines of a service.");

            List<string> Tail(string service, string limit = "20")
            {
                if (int.TryParse(limit, out var count) && count > 500) limit = "500";

                using var command = logs.CreateCommand();
                command.CommandText = $"SELECT line FROM log WHERE service = @service ORDER BY id DESC LIMIT {limit}";
                command.Parameters.AddWithValue("@service", service);
                using var reader = command.ExecuteReader();
                var lines = new List<string>();
                while (reader.Read()) lines.Add(reader.GetString(0));
                lines.Reverse();
                return lines;
            }
        }
    }
}

namespace Fixed
{
    public static class LogFunctions
    {
        public static AIFunction CreateTail(SqliteConnection logs)
        {
            return AIFunctionFactory.Create(Tail, "tail_log", "Shows the last log lines of a service.");

            List<string> Tail(string service, string limit = "20")
            {
                if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) count = 20;
                count = Math.Clamp(count, 1, 500);

                using var command = logs.CreateCommand();
                command.CommandText = $"SELECT line FROM log WHERE service = @service ORDER BY id DESC LIMIT {count}";
                command.Parameters.AddWithValue("@service", service);
                using var reader = command.ExecuteReader();
                var lines = new List<string>();
                while (reader.Read()) lines.Add(reader.GetString(0));
                lines.Reverse();
                return lines;
            }
        }
    }
}

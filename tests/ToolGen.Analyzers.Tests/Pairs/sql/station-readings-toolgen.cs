// Reads the last measurements of a weather station; the station's code is part of the statement's text.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class StationTools
    {
        /// <summary>The last measurements of a station.</summary>
        [Tool(ReadOnly = true, Capabilities = ["sql weather read"])]
        public static async Task<List<string>> LastReadings(string station, int count, ToolContext context, CancellationToken cancellationToken)
        {
            await using var session = await context.Data.OpenAsync("weather", cancellationToken: cancellationToken);
            var statement = new SqlStatement()
                .Text($"SELECT taken_at, celsius FROM readings WHERE station = '{station}' ORDER BY taken_at DESC LIMIT ")
                .Value(count);
            var rows = await session.RunAsync(statement, cancellationToken);
            return [.. rows.Rows.Select(row => $"{row[0]}: {row[1]} °C")];
        }
    }
}

namespace Fixed
{
    public static class StationTools
    {
        /// <summary>The last measurements of a station.</summary>
        [Tool(ReadOnly = true, Capabilities = ["sql weather read"])]
        public static async Task<List<string>> LastReadings(string station, int count, ToolContext context, CancellationToken cancellationToken)
        {
            await using var session = await context.Data.OpenAsync("weather", cancellationToken: cancellationToken);
            var statement = new SqlStatement()
                .Text("SELECT taken_at, celsius FROM readings WHERE station = ")
                .Value(station)
                .Text(" ORDER BY taken_at DESC LIMIT ")
                .Value(int.Clamp(count, 1, 500));
            var rows = await session.RunAsync(statement, cancellationToken);
            return [.. rows.Rows.Select(row => $"{row[0]}: {row[1]} °C")];
        }
    }
}

// Averages the readings of a sensor; the tool connects to the data base with a string of its own.
using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;
using ToolGen;

namespace Vulnerable
{
    public sealed class SensorTools : IAsyncDisposable
    {
        private readonly NpgsqlDataSource source = NpgsqlDataSource.Create("Host=db.example.org;Database=plant;Username=reader");

        /// <summary>Average of a sensor over the last hours.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public async Task<double?> SensorAverageAsync(int sensor, int hours, ToolContext context, CancellationToken ct)
        {
            await using var command = this.source.CreateCommand("SELECT avg(value) FROM readings WHERE sensor = $1 AND at >= $2");
            command.Parameters.Add(new() { Value = sensor });
            command.Parameters.Add(new() { Value = context.Now.UtcDateTime.AddHours(-Math.Clamp(hours, 1, 720)) });
            return await command.ExecuteScalarAsync(ct) as double?;
        }

        public ValueTask DisposeAsync() => this.source.DisposeAsync();
    }
}

namespace Fixed
{
    public sealed class SensorTools
    {
        /// <summary>Average of a sensor over the last hours.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["clock", "sql plant read"])]
        public async Task<double?> SensorAverageAsync(int sensor, int hours, ToolContext context, CancellationToken ct)
        {
            var start = context.Now.AddHours(-Math.Clamp(hours, 1, 720));
            await using var session = await context.Data.OpenAsync("plant", cancellationToken: ct);
            var rows = await session.RunAsync(new SqlStatement().Text("SELECT avg(value) FROM readings WHERE sensor = ").Value(sensor).Text(" AND at >= ").Value(start), ct);
            return rows.Rows is [[double average]] ? average : null;
        }
    }
}

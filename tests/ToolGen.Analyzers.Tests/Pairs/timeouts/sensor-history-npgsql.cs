// Averages a sensor's history in PostgreSQL; the command's timeout is switched off and no token is given.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;
using Npgsql;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SensorTools(NpgsqlDataSource source)
    {
        [McpServerTool(Name = "sensor_average"), Description("Average of a sensor between two instants.")]
        public async Task<double?> AverageAsync(int sensor, DateTime from, DateTime to, CancellationToken cancellationToken)
        {
            await using var command = source.CreateCommand("SELECT AVG(value) FROM readings WHERE sensor = $1 AND at BETWEEN $2 AND $3");
            command.CommandTimeout = 0;
            command.Parameters.Add(new NpgsqlParameter { Value = sensor });
            command.Parameters.Add(new NpgsqlParameter { Value = from.ToUniversalTime() });
            command.Parameters.Add(new NpgsqlParameter { Value = to.ToUniversalTime() });
            return await command.ExecuteScalarAsync() as double?;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SensorTools(NpgsqlDataSource source)
    {
        [McpServerTool(Name = "sensor_average"), Description("Average of a sensor between two instants.")]
        public async Task<double?> AverageAsync(int sensor, DateTime from, DateTime to, CancellationToken cancellationToken)
        {
            await using var command = source.CreateCommand("SELECT AVG(value) FROM readings WHERE sensor = $1 AND at BETWEEN $2 AND $3");
            command.CommandTimeout = 20;
            command.Parameters.Add(new NpgsqlParameter { Value = sensor });
            command.Parameters.Add(new NpgsqlParameter { Value = from.ToUniversalTime() });
            command.Parameters.Add(new NpgsqlParameter { Value = to.ToUniversalTime() });
            return await command.ExecuteScalarAsync(cancellationToken) as double?;
        }
    }
}

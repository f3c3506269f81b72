// Averages a sensor's values in a database; the password is a property of the connection's builder, chosen by the stage.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Dapper;
using Microsoft.SemanticKernel;
using Npgsql;

namespace Vulnerable
{
    public sealed class MetricsPlugin(bool production)
    {
        [KernelFunction("average"), Description("Averages a sensor's values of the last hours.")]
        public async Task<double?> AverageAsync(int sensor, int hours)
        {
            var builder = new NpgsqlConnectionStringBuilder
            {
                Host = production ? "metrics.example.com" : "localhost",
                Database = "metrics",
                Username = "grafik",
                Password = production ? "zX4-quarz-WATT-81" : "local",
            };
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            return await connection.QuerySingleAsync<double?>(
                "select avg(value) from reading where sensor = @sensor and at > now() - make_interval(hours => @hours)",
                new { sensor, hours = Math.Clamp(hours, 1, 720) });
        }
    }
}

namespace Fixed
{
    public sealed class MetricsPlugin(NpgsqlDataSource source)
    {
        public static MetricsPlugin Connect(Func<string, string> readSecret)
        {
            var builder = new NpgsqlConnectionStringBuilder
            {
                Host = "metrics.example.com",
                Database = "metrics",
                Username = "grafik",
                Password = readSecret("metrics-password"),
            };
            return new(NpgsqlDataSource.Create(builder));
        }

        [KernelFunction("average"), Description("Averages a sensor's values of the last hours.")]
        public async Task<double?> AverageAsync(int sensor, int hours)
        {
            await using var connection = await source.OpenConnectionAsync();
            return await connection.QuerySingleAsync<double?>(
                "select avg(value) from reading where sensor = @sensor and at > now() - make_interval(hours => @hours)",
                new { sensor, hours = Math.Clamp(hours, 1, 720) });
        }
    }
}

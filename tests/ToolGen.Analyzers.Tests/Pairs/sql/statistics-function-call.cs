// Computes a statistic over an experiment's samples; the name of the SQL function is the caller's text.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Npgsql;

namespace Vulnerable
{
    public sealed class ExperimentPlugin(NpgsqlConnection connection)
    {
        [KernelFunction("sample_statistic")]
        [Description("Computes avg, stddev, min or max over the samples of an experiment.")]
        public async Task<double?> StatisticAsync(Guid experiment, string function)
        {
            var name = function.ToLowerInvariant() switch
            {
                "mean" or "average" => "avg",
                "deviation" => "stddev",
                var other => other,
            };
            await using var command = new NpgsqlCommand($"SELECT {name}(value)::float8 FROM samples WHERE experiment = @e", connection);
            command.Parameters.AddWithValue("e", experiment);
            return await command.ExecuteScalarAsync() as double?;
        }
    }
}

namespace Fixed
{
    public enum Statistic
    {
        Avg,
        Stddev,
        Min,
        Max,
    }

    public sealed class ExperimentPlugin(NpgsqlConnection connection)
    {
        [KernelFunction("sample_statistic")]
        [Description("Computes avg, stddev, min or max over the samples of an experiment.")]
        public async Task<double?> StatisticAsync(Guid experiment, Statistic function)
        {
            if (!Enum.IsDefined(function)) throw new ArgumentOutOfRangeException(nameof(function));
            await using var command = new NpgsqlCommand($"SELECT {function}(value)::float8 FROM samples WHERE experiment = @e", connection);
            command.Parameters.AddWithValue("e", experiment);
            return await command.ExecuteScalarAsync() as double?;
        }
    }
}

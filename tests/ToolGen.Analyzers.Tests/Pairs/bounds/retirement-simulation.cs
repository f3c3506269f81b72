// Simulates savings with random returns; too many runs are noted in the log, and run all the same.
using System;
using System.ComponentModel;
using System.Linq;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SavingsTools(ILogger<SavingsTools> logger)
    {
        private const int MaxRuns = 10_000;

        [McpServerTool(Name = "simulate_savings"), Description("Median of simulated savings after some years.")]
        public double Simulate(double monthly, int years, int runs = 1000)
        {
            if (runs > MaxRuns)
            {
                logger.LogWarning("{Runs} runs asked for, at most {Max} are supported", runs, MaxRuns);
            }

            var ends = new double[runs];
            for (var run = 0; run < runs; run++)
            {
                var value = 0.0;
                for (var month = 0; month < years * 12; month++)
                {
                    value = (value + monthly) * (1 + ((Random.Shared.NextDouble() - 0.45) / 50));
                }

                ends[run] = value;
            }

            return ends.Order().ElementAt(runs / 2);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SavingsTools(ILogger<SavingsTools> logger)
    {
        private const int MaxRuns = 10_000;
        private const int MaxYears = 80;

        [McpServerTool(Name = "simulate_savings"), Description("Median of simulated savings after some years.")]
        public double Simulate(double monthly, int years, int runs = 1000)
        {
            if (runs is < 1 or > MaxRuns || years is < 0 or > MaxYears)
            {
                logger.LogWarning("{Runs} runs of {Years} years refused", runs, years);
                throw new ArgumentException($"1 to {MaxRuns} runs of at most {MaxYears} years");
            }

            var ends = new double[runs];
            for (var run = 0; run < runs; run++)
            {
                var value = 0.0;
                for (var month = 0; month < years * 12; month++)
                {
                    value = (value + monthly) * (1 + ((Random.Shared.NextDouble() - 0.45) / 50));
                }

                ends[run] = value;
            }

            return ends.Order().ElementAt(runs / 2);
        }
    }
}

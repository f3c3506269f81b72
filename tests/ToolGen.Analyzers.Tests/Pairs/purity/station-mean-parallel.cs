// Computes the mean of readings with parallel sums of doubles, whose rounding depends on how threads share the work.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class StationTools
    {
        [McpServerTool(Name = "station_mean", ReadOnly = true, Idempotent = true), Description("The mean of a station's readings.")]
        public static double Mean(IReadOnlyList<double> readings)
        {
            var gate = new object();
            var sum = 0.0;
            Parallel.For(0, readings.Count, () => 0.0, (i, _, part) => part + readings[i], part =>
            {
                lock (gate) sum += part;
            });
            return readings.Count == 0 ? 0 : sum / readings.Count;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class StationTools
    {
        [McpServerTool(Name = "station_mean", ReadOnly = true, Idempotent = true), Description("The mean of a station's readings.")]
        public static double Mean(IReadOnlyList<double> readings)
        {
            var (sum, lost) = (0.0, 0.0);
            foreach (var reading in readings)
            {
                var y = reading - lost;
                var next = sum + y;
                lost = next - sum - y;
                sum = next;
            }

            return readings.Count == 0 ? 0 : sum / readings.Count;
        }
    }
}

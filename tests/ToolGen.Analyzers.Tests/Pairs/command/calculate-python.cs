// Works out statistics of numbers; the formula is run by python as a program.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class StatisticsPlugin
    {
        [KernelFunction("calculate"), Description("Works out a formula over the numbers x, for example sum(x)/len(x).")]
        public async Task<string> CalculateAsync([Description("The formula")] string formula, [Description("The numbers")] double[] numbers)
        {
            var list = string.Join(", ", numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture)));
            var program = $"""
                from statistics import *
                x = [{list}]
                print({formula})
                """;

            var info = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add(program);
            using var python = Process.Start(info)!;
            var result = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            return result.Trim();
        }
    }
}

namespace Fixed
{
    public sealed class StatisticsPlugin
    {
        private static readonly Dictionary<string, Func<double[], double>> Measures = new(StringComparer.OrdinalIgnoreCase)
        {
            ["sum"] = x => x.Sum(),
            ["mean"] = x => x.Average(),
            ["min"] = x => x.Min(),
            ["max"] = x => x.Max(),
            ["median"] = x => x.Order().ElementAt(x.Length / 2),
            ["deviation"] = Deviation,
        };

        [KernelFunction("calculate"), Description("Works out a measure of numbers: sum, mean, min, max, median or deviation.")]
        public string Calculate([Description("The measure")] string measure, [Description("The numbers")] double[] numbers)
        {
            if (numbers.Length is 0 or > 10_000) return "Give 1 to 10,000 numbers.";
            return Measures.TryGetValue(measure, out var work)
                ? work(numbers).ToString(CultureInfo.InvariantCulture)
                : "Known measures: " + string.Join(", ", Measures.Keys);
        }

        private static double Deviation(double[] x)
        {
            var mean = x.Average();
            return Math.Sqrt(x.Sum(v => (v - mean) * (v - mean)) / x.Length);
        }
    }
}

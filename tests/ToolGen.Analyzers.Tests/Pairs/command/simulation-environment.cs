// Starts a simulation with settings as environment variables; any variable can be set, PATH and LD_PRELOAD too.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Simulations
    {
        public AIFunction AsTool() => AIFunctionFactory.Create(
            (int steps, Dictionary<string, string> settings) => RunAsync(steps, settings),
            "run_simulation",
            "Runs the climate simulation with settings.");

        private static async Task<string> RunAsync(int steps, Dictionary<string, string> settings)
        {
            var info = new ProcessStartInfo("climate-sim")
            {
                ArgumentList = { "--steps", Math.Clamp(steps, 1, 10_000).ToString(CultureInfo.InvariantCulture) },
                RedirectStandardOutput = true,
            };
            foreach (var (key, value) in settings) info.Environment[key] = value;

            using var process = Process.Start(info)!;
            var result = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return result;
        }
    }
}

namespace Fixed
{
    public sealed record SimulationSettings(double Albedo = 0.3, int Seed = 1, bool Coarse = false);

    public sealed class Simulations
    {
        public AIFunction AsTool() => AIFunctionFactory.Create(
            (int steps, SimulationSettings settings) => RunAsync(steps, settings),
            "run_simulation",
            "Runs the climate simulation with settings.");

        private static async Task<string> RunAsync(int steps, SimulationSettings settings)
        {
            var info = new ProcessStartInfo("climate-sim")
            {
                ArgumentList = { "--steps", Math.Clamp(steps, 1, 10_000).ToString(CultureInfo.InvariantCulture) },
                RedirectStandardOutput = true,
            };
            info.Environment["SIM_ALBEDO"] = Math.Clamp(settings.Albedo, 0, 1).ToString("0.###", CultureInfo.InvariantCulture);
            info.Environment["SIM_SEED"] = settings.Seed.ToString(CultureInfo.InvariantCulture);
            info.Environment["SIM_GRID"] = settings.Coarse ? "coarse" : "fine";

            using var process = Process.Start(info)!;
            var result = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return result;
        }
    }
}

// Looks at or restarts a unit of the machine; action and unit are free text, checked only after the command has run.
using System;
using System.Diagnostics;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class UnitTools
    {
        /// <summary>Tells the state of a unit, or restarts it.</summary>
        /// <param name="action">status or restart.</param>
        /// <param name="unit">Name of the unit.</param>
        [Tool(Destructive = true)]
        public static async Task<string> ControlUnitAsync(string action, string unit)
        {
            var (code, text) = await SystemctlAsync($"systemctl --no-pager {action} {unit}");
            if (action is not ("status" or "restart")) return "The action must be status or restart.";
            return code == 0 ? text : $"systemctl ended with {code}";
        }

        private static async Task<(int Code, string Text)> SystemctlAsync(string command)
        {
            using var process = Process.Start(new ProcessStartInfo("bash", new[] { "-lc", command }) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, text);
        }
    }
}

namespace Fixed
{
    public static class UnitTools
    {
        /// <summary>Tells the state of a unit, or restarts it.</summary>
        /// <param name="action">status or restart.</param>
        /// <param name="unit">web, worker or cache.</param>
        [Tool(Destructive = true)]
        public static async Task<string> ControlUnitAsync(string action, string unit)
        {
            string[] arguments = (action, unit) switch
            {
                ("status", "web") => ["status", "web.service"],
                ("status", "worker") => ["status", "worker.service"],
                ("status", "cache") => ["status", "cache.service"],
                ("restart", "web") => ["restart", "web.service"],
                ("restart", "worker") => ["restart", "worker.service"],
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "this cannot be done with this unit"),
            };

            var (code, text) = await SystemctlAsync(arguments);
            return code == 0 ? text : $"systemctl ended with {code}";
        }

        private static async Task<(int Code, string Text)> SystemctlAsync(string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("systemctl", ["--no-pager", .. arguments]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, text);
        }
    }
}

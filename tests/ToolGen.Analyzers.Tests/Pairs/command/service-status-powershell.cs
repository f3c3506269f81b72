// Tells the state of a Windows service through PowerShell; a few characters are refused, others that start commands are not.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ServiceTools
    {
        private static readonly char[] Forbidden = [';', '|', '&'];

        [McpServerTool(Name = "service_status"), Description("State of a Windows service.")]
        public static async Task<string> StatusAsync([Description("Name of the service")] string name)
        {
            if (name.IndexOfAny(Forbidden) >= 0) throw new McpException("The name has characters that are not allowed.");
            return await RunPowerShellAsync("Get-Service -Name " + name + " | Select-Object -ExpandProperty Status");
        }

        private static async Task<string> RunPowerShellAsync(string script)
        {
            var psi = new ProcessStartInfo
            {
                FileName = "powershell.exe",
                Arguments = $"-NoProfile -NonInteractive -Command \"{script}\"",
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(psi)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output.Trim();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ServiceTools
    {
        private static readonly Dictionary<string, string> Scripts = new(StringComparer.OrdinalIgnoreCase)
        {
            ["spooler"] = "(Get-Service -Name Spooler).Status",
            ["web"] = "(Get-Service -Name W3SVC).Status",
            ["database"] = "(Get-Service -Name MSSQLSERVER).Status",
        };

        [McpServerTool(Name = "service_status"), Description("State of a Windows service.")]
        public static async Task<string> StatusAsync([Description("spooler, web or database")] string name)
        {
            if (!Scripts.TryGetValue(name, out var script)) throw new McpException("Known services: " + string.Join(", ", Scripts.Keys.Order()));
            return await RunPowerShellAsync(script);
        }

        private static async Task<string> RunPowerShellAsync(string script)
        {
            var psi = new ProcessStartInfo
            {
                FileName = "powershell.exe",
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            foreach (var argument in (string[])["-NoProfile", "-NonInteractive", "-Command", script]) psi.ArgumentList.Add(argument);
            using var process = Process.Start(psi)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output.Trim();
        }
    }
}

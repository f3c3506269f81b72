// Runs read-only diagnostics; only the first word of the line is held against the list, the shell reads all of it.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class DiagnosticsPlugin
    {
        private static readonly HashSet<string> Allowed = ["df", "uptime", "free", "ps"];

        [KernelFunction, Description("Runs a read-only diagnostic command (df, uptime, free, ps).")]
        public async Task<string> DiagnoseAsync([Description("Command line, for example: df -h")] string commandLine)
        {
            var program = commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            if (!Allowed.Contains(program)) return $"{program} is not allowed.";

            var info = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true };
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add(commandLine);
            using var process = Process.Start(info)!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return text;
        }
    }
}

namespace Fixed
{
    public enum Diagnostic
    {
        DiskSpace,
        Uptime,
        Memory,
        Processes,
    }

    public class DiagnosticsPlugin
    {
        private static readonly IReadOnlyDictionary<Diagnostic, (string Program, string[] Arguments)> Commands = new Dictionary<Diagnostic, (string, string[])>
        {
            [Diagnostic.DiskSpace] = ("/bin/df", ["-h"]),
            [Diagnostic.Uptime] = ("/usr/bin/uptime", []),
            [Diagnostic.Memory] = ("/usr/bin/free", ["-m"]),
            [Diagnostic.Processes] = ("/bin/ps", ["-eo", "pid,comm,pcpu"]),
        };

        [KernelFunction, Description("Runs a read-only diagnostic.")]
        public async Task<string> DiagnoseAsync([Description("What to look at")] Diagnostic diagnostic)
        {
            if (!Commands.TryGetValue(diagnostic, out var command)) return "Unknown diagnostic.";

            var info = new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardOutput = true };
            using var process = Process.Start(info)!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return text;
        }
    }
}

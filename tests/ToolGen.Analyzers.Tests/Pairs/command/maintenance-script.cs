// Runs a maintenance script by name; the name decides which program of the machine is started.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record ScriptRequest(string Name, string[]? Arguments);

    [McpServerToolType]
    public sealed class MaintenanceTools(ILogger<MaintenanceTools> logger)
    {
        private const string Folder = "scripts";

        [McpServerTool(Name = "run_maintenance"), Description("Runs a maintenance script and returns its exit code.")]
        public async Task<int> RunAsync(ScriptRequest request, CancellationToken cancellationToken)
        {
            var file = Path.Combine(AppContext.BaseDirectory, Folder, request.Name);
            if (!File.Exists(file)) return -1;

            logger.LogInformation("Running {Script}", request.Name);
            using var process = Process.Start(file, request.Arguments ?? []);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
    }
}

namespace Fixed
{
    public sealed record ScriptRequest(string Name, bool DryRun);

    [McpServerToolType]
    public sealed class MaintenanceTools(ILogger<MaintenanceTools> logger)
    {
        private const string Folder = "scripts";

        [McpServerTool(Name = "run_maintenance"), Description("Runs a maintenance script (vacuum, rotate, reindex) and returns its exit code.")]
        public async Task<int> RunAsync(ScriptRequest request, CancellationToken cancellationToken)
        {
            string? script = request.Name switch
            {
                "vacuum" => "vacuum.sh",
                "rotate" => "rotate-logs.sh",
                "reindex" => "reindex.sh",
                _ => null,
            };
            if (script is null) return -1;

            logger.LogInformation("Running {Script}", script);
            using var process = Process.Start(Path.Combine(AppContext.BaseDirectory, Folder, script), request.DryRun ? ["--dry-run"] : []);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
    }
}

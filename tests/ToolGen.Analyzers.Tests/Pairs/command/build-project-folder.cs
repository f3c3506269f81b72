// Builds a project with make; the folder whose makefile is run comes with the call.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class BuildTools
    {
        [McpServerTool(Name = "build_project"), Description("Builds a project and returns the end of the build's output.")]
        public static async Task<string> BuildAsync([Description("Folder of the project")] string folder, CancellationToken cancellationToken)
        {
            if (!File.Exists(Path.Combine(folder, "Makefile"))) return "There is no Makefile.";

            var start = new ProcessStartInfo("make", ["--silent", "all"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
            };
            using var make = Process.Start(start)!;
            var text = await make.StandardOutput.ReadToEndAsync(cancellationToken);
            await make.WaitForExitAsync(cancellationToken);
            return text.Length <= 4000 ? text : text[^4000..];
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class BuildTools
    {
        private static readonly FrozenDictionary<string, string> Projects = new Dictionary<string, string>
        {
            ["firmware"] = "src/firmware",
            ["bootloader"] = "src/bootloader",
            ["manual"] = "docs/manual",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        [McpServerTool(Name = "build_project"), Description("Builds firmware, bootloader or manual and returns the end of the build's output.")]
        public static async Task<string> BuildAsync([Description("Name of the project")] string project, CancellationToken cancellationToken)
        {
            if (!Projects.TryGetValue(project, out var folder)) return "Known projects: " + string.Join(", ", Projects.Keys);

            var start = new ProcessStartInfo("make", ["--silent", "all"])
            {
                WorkingDirectory = Path.Combine(AppContext.BaseDirectory, folder),
                RedirectStandardOutput = true,
            };
            using var make = Process.Start(start)!;
            var text = await make.StandardOutput.ReadToEndAsync(cancellationToken);
            await make.WaitForExitAsync(cancellationToken);
            return text.Length <= 4000 ? text : text[^4000..];
        }
    }
}

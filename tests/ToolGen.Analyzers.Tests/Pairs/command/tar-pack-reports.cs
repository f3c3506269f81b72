// Packs chosen reports into one archive with tar; a name that begins with a dash is an option of tar that runs a program.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class ReportArchivePlugin(string reports)
    {
        [KernelFunction("pack_reports"), Description("Packs reports into a .tgz and returns its name.")]
        public async Task<string> PackAsync([Description("Names of the reports")] IReadOnlyList<string> names)
        {
            var archive = $"reports-{DateTime.UtcNow:yyyyMMddHHmmss}.tgz";
            var info = new ProcessStartInfo("tar", ["-czf", archive, .. names.Where(n => !n.Contains(".."))])
            {
                WorkingDirectory = reports,
                UseShellExecute = false,
            };
            using var tar = Process.Start(info)!;
            await tar.WaitForExitAsync();
            return tar.ExitCode == 0 ? archive : throw new KernelException("tar failed");
        }
    }
}

namespace Fixed
{
    public sealed class ReportArchivePlugin(string reports)
    {
        [KernelFunction("pack_reports"), Description("Packs reports into a .tgz and returns its name.")]
        public async Task<string> PackAsync([Description("Names of the reports")] IReadOnlyList<string> names)
        {
            var known = Directory.EnumerateFiles(reports, "*.pdf").Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
            var chosen = names.Where(known.Contains).Take(100).ToList();
            if (chosen.Count == 0) throw new KernelException("none of these is a report");

            var archive = $"reports-{DateTime.UtcNow:yyyyMMddHHmmss}.tgz";
            var info = new ProcessStartInfo("tar", ["-czf", archive, "--", .. chosen])
            {
                WorkingDirectory = reports,
                UseShellExecute = false,
            };
            using var tar = Process.Start(info)!;
            await tar.WaitForExitAsync();
            return tar.ExitCode == 0 ? archive : throw new KernelException("tar failed");
        }
    }
}

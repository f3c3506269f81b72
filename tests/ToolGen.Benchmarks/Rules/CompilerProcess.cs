using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Benchmarks.Rules;

/// <summary>Watches the compiler that a build starts, by what Linux tells of processes; elsewhere nothing is known of it.</summary>
internal sealed class CompilerProcess(int root)
{
    private const double TicksPerSecond = 100;

    private int id;

    public double ProcessorSeconds { get; private set; } = double.NaN;

    public double Megabytes { get; private set; } = double.NaN;

    public void Look()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            if (this.id == 0 || !Directory.Exists($"/proc/{this.id}")) this.id = Find();
            if (this.id == 0) return;

            // Behind the name, which may hold blanks, the 12th and 13th are time in user and system mode.
            var fields = ProcessStatus.FieldsOf(this.id);
            this.ProcessorSeconds = Math.Max(double.IsNaN(this.ProcessorSeconds) ? 0 : this.ProcessorSeconds, (Number(fields[11]) + Number(fields[12])) / TicksPerSecond);
            var peak = File.ReadLines($"/proc/{this.id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (peak is not null) this.Megabytes = Math.Max(double.IsNaN(this.Megabytes) ? 0 : this.Megabytes, Number(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024);
        }
        catch (IOException)
        {
            // It ended between two looks.
            this.id = 0;
        }
    }

    private int Find()
    {
        var parents = new Dictionary<int, int>();
        var compilers = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process)) continue;
            try
            {
                parents[process] = (int)Number(ProcessStatus.FieldsOf(process)[1]);
                var command = File.ReadAllText(folder + "/cmdline").Split('\0');
                if (command.Any(part => Path.GetFileName(part) is "csc.dll" or "csc")) compilers.Add(process);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        return compilers.FirstOrDefault(Descends);

        bool Descends(int process)
        {
            for (var depth = 0; depth < 20 && parents.TryGetValue(process, out var parent); depth++, process = parent)
                if (parent == root) return true;
            return false;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using System;
using System.Globalization;
using System.IO;

namespace ToolGen.Sandbox.Isolation;

/// <summary>What Linux tells of a process (<c>/proc/ID/status</c>).</summary>
/// <param name="Parent">The id of the one that started it.</param>
/// <param name="Threads">How many run.</param>
/// <param name="HeldBytes">Memory that it has of the machine: what is resident, what was swapped out, and the tables that say where it is.</param>
/// <param name="DataBytes">Private memory that it may write, whether used or not: what RLIMIT_DATA counts.</param>
/// <param name="IsStopped">It does nothing until it is told to go on.</param>
internal readonly record struct ProcessStatus(int Parent, int Threads, long HeldBytes, long DataBytes, bool IsStopped)
{
    /// <summary>Null where there is no such process any more.</summary>
    public static ProcessStatus? Of(int process)
    {
        try
        {
            var status = default(ProcessStatus);
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith("PPid:", StringComparison.Ordinal)) status = status with { Parent = (int)Number(line) };
                else if (line.StartsWith("State:", StringComparison.Ordinal)) status = status with { IsStopped = line.Contains("T (", StringComparison.Ordinal) };
                else if (line.StartsWith("Threads:", StringComparison.Ordinal)) status = status with { Threads = (int)Number(line) };
                else if (line.StartsWith("VmRSS:", StringComparison.Ordinal) || line.StartsWith("VmSwap:", StringComparison.Ordinal) || line.StartsWith("VmPTE:", StringComparison.Ordinal))
                    status = status with { HeldBytes = status.HeldBytes + (Number(line) << 10) };
                else if (line.StartsWith("VmData:", StringComparison.Ordinal)) status = status with { DataBytes = Number(line) << 10 };
            }

            return status;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>How many threads a process has, quickly; null where there is no such process, or nobody tells.</summary>
    public static int? ThreadsOf(int process)
    {
        try
        {
            const int threads = 17;
            var fields = FieldsOf(process);
            return fields.Length > threads && int.TryParse(fields[threads], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What <c>/proc/ID/stat</c> says behind the name, which may hold anything: the state, the parent, then only numbers (proc_pid_stat(5)).</summary>
    /// <exception cref="IOException">There is no such process any more.</exception>
    public static string[] FieldsOf(int process)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static long Number(string line)
    {
        var text = line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1).Trim();
        var end = text.IndexOf(' ');
        return long.Parse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

// Counts the lines of a log; a program of the machine is started for it.
using System;
using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class LogTools
    {
        /// <summary>Lines of a day's log.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static async Task<long> CountLines(DateOnly day, CancellationToken ct)
        {
            var start = new ProcessStartInfo("wc") { RedirectStandardOutput = true, ArgumentList = { "-l", $"logs/{day:yyyy-MM-dd}.log" } };
            using var process = Process.Start(start) ?? throw new ToolException(ToolErrorCodes.Unavailable, "there is no wc");
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return long.Parse(output.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    public static class LogTools
    {
        /// <summary>Lines of a day's log.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["read logs/*"])]
        public static async Task<long> CountLines(DateOnly day, ToolContext context, CancellationToken ct)
        {
            await using var stream = context.Files.OpenRead($"logs/{day:yyyy-MM-dd}.log");
            var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
            var lines = 0L;
            for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;) lines += buffer.AsSpan(0, read).Count((byte)'\n');
            ArrayPool<byte>.Shared.Return(buffer);
            return lines;
        }
    }
}

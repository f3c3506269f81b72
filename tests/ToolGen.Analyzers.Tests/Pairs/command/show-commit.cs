// Shows a commit of the repository; --output=FILE is taken as a revision and writes a file.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    internal static class Git
    {
        public static async Task<string> CaptureAsync(IEnumerable<string> arguments, CancellationToken token)
        {
            var info = new ProcessStartInfo("git", arguments) { WorkingDirectory = "repository", RedirectStandardOutput = true };
            using var process = Process.Start(info)!;
            var text = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return text;
        }
    }

    public static class CommitTools
    {
        /// <summary>Shows commits, or what changed between two of them.</summary>
        [Tool(ReadOnly = true)]
        public static Task<string> ShowCommitAsync(string from, string? to = null, CancellationToken token = default)
            => to is null
                ? Git.CaptureAsync(["show", "--stat", from], token)
                : Git.CaptureAsync(["diff", "--stat", from, to], token);
    }
}

namespace Fixed
{
    internal static class Git
    {
        public static async Task<string> CaptureAsync(IEnumerable<string> arguments, CancellationToken token)
        {
            var info = new ProcessStartInfo("git", arguments) { WorkingDirectory = "repository", RedirectStandardOutput = true };
            using var process = Process.Start(info)!;
            var text = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return text;
        }
    }

    public static class CommitTools
    {
        /// <summary>Shows commits, or what changed between two of them.</summary>
        [Tool(ReadOnly = true)]
        public static Task<string> ShowCommitAsync(string from, string? to = null, CancellationToken token = default)
            => to is null
                ? Git.CaptureAsync(["show", "--stat", Hash(from)], token)
                : Git.CaptureAsync(["diff", "--stat", Hash(from), Hash(to)], token);

        private static string Hash(string text)
        {
            if (text.Length is >= 7 and <= 40 && text.All(char.IsAsciiHexDigit)) return text;
            throw new ToolException(ToolErrorCodes.InvalidInput, "write 7 to 40 hex digits of the commit");
        }
    }
}

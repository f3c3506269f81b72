// Probes the length of a video with a program; output is read to its end before the limit on the exit starts to count.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class MediaFunctions(string library)
    {
        public AITool Probe() => AIFunctionFactory.Create(Duration, "video_duration");

        [Description("Length of a video of the library.")]
        private string Duration(Guid video)
        {
            var start = new ProcessStartInfo("ffprobe") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in new[] { "-v", "error", "-show_entries", "format=duration", Path.Combine(library, $"{video:N}.mp4") })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException("ffprobe did not start");
            var text = process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(5000)) process.Kill();
            return text.Trim();
        }
    }
}

namespace Fixed
{
    public sealed class MediaFunctions(string library)
    {
        public AITool Probe() => AIFunctionFactory.Create(DurationAsync, "video_duration");

        [Description("Length of a video of the library.")]
        private async Task<string> DurationAsync(Guid video, CancellationToken cancellationToken)
        {
            var start = new ProcessStartInfo("ffprobe") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in new[] { "-v", "error", "-show_entries", "format=duration", Path.Combine(library, $"{video:N}.mp4") })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException("ffprobe did not start");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(5));
            try
            {
                var text = await process.StandardOutput.ReadToEndAsync(limit.Token);
                await process.WaitForExitAsync(limit.Token);
                return text.Trim();
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
    }
}

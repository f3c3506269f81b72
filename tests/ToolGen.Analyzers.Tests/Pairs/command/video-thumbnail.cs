// Takes a still of a video with ffmpeg; quotes around the values do not hold a value that has quotes itself.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class VideoTools
    {
        private readonly string media = Path.Combine(AppContext.BaseDirectory, "media");

        [McpServerTool(Name = "video_thumbnail"), Description("Saves a frame of a video as PNG.")]
        public async Task<string> ThumbnailAsync(
            [Description("Video, for instance intro.mp4")] string video,
            [Description("Position, hh:mm:ss")] string position,
            CancellationToken ct)
        {
            string output = Path.Combine(media, Guid.NewGuid() + ".png");
            var psi = new ProcessStartInfo
            {
                FileName = "ffmpeg",
                Arguments = string.Format("-y -ss \"{0}\" -i \"{1}\" -frames:v 1 \"{2}\"", position, video, output),
                WorkingDirectory = media,
                CreateNoWindow = true,
            };
            using var p = Process.Start(psi)!;
            await p.WaitForExitAsync(ct);
            return p.ExitCode == 0 ? Path.GetFileName(output) : $"ffmpeg ended with {p.ExitCode}";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class VideoTools
    {
        private readonly string media = Path.Combine(AppContext.BaseDirectory, "media");

        [McpServerTool(Name = "video_thumbnail"), Description("Saves a frame of a video as PNG.")]
        public async Task<string> ThumbnailAsync(
            [Description("Id of the video")] Guid video,
            [Description("Position, hh:mm:ss")] string position,
            CancellationToken ct)
        {
            if (!TimeSpan.TryParseExact(position, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var at)) return "The position must be hh:mm:ss.";
            var input = Path.Combine(media, video.ToString("N") + ".mp4");
            if (!File.Exists(input)) return "No such video.";

            string output = Path.Combine(media, Guid.NewGuid() + ".png");
            var psi = new ProcessStartInfo("ffmpeg") { CreateNoWindow = true };
            string[] arguments =
            [
                "-y", "-protocol_whitelist", "file", "-f", "mp4",
                "-ss", at.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
                "-i", input, "-frames:v", "1", output,
            ];
            Array.ForEach(arguments, psi.ArgumentList.Add);
            using var p = Process.Start(psi)!;
            await p.WaitForExitAsync(ct);
            return p.ExitCode == 0 ? Path.GetFileName(output) : $"ffmpeg ended with {p.ExitCode}";
        }
    }
}

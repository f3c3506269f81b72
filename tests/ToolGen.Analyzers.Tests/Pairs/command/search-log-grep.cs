// Searches a log of a day; pattern and day are arguments of grep that may be options, such as -f with another file.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class LogTools
    {
        private readonly string folder = Environment.GetEnvironmentVariable("LOG_FOLDER") ?? "logs";

        /// <summary>Lines of the log of a day that have a text.</summary>
        /// <param name="text">What to look for.</param>
        /// <param name="files">Files of the log, such as app-2025-03-01.log.</param>
        [Tool(ReadOnly = true)]
        public async Task<IReadOnlyList<string>> SearchLogAsync(string text, string[] files)
        {
            var start = new ProcessStartInfo { FileName = "grep", WorkingDirectory = this.folder, RedirectStandardOutput = true };
            start.ArgumentList.Add("-n");
            start.ArgumentList.Add("--max-count=200");
            start.ArgumentList.Add(text);
            foreach (var file in files) start.ArgumentList.Add(file);

            var lines = new List<string>();
            using var grep = Process.Start(start)!;
            while (await grep.StandardOutput.ReadLineAsync() is { } line) lines.Add(line);
            await grep.WaitForExitAsync();
            return lines;
        }
    }
}

namespace Fixed
{
    public sealed class LogTools
    {
        private readonly string folder = Environment.GetEnvironmentVariable("LOG_FOLDER") ?? "logs";

        /// <summary>Lines of the log of a day that have a text.</summary>
        /// <param name="text">What to look for.</param>
        /// <param name="day">The day, such as 2025-03-01.</param>
        [Tool(ReadOnly = true)]
        public async Task<IReadOnlyList<string>> SearchLogAsync(string text, DateOnly day)
        {
            var path = Path.Combine(this.folder, "app-" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".log");
            if (!File.Exists(path)) return [];

            var lines = new List<string>();
            var number = 0;
            await foreach (var line in File.ReadLinesAsync(path))
            {
                number++;
                if (!line.Contains(text, StringComparison.Ordinal)) continue;
                lines.Add($"{number}:{line}");
                if (lines.Count == 200) break;
            }

            return lines;
        }
    }
}

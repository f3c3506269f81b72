// Lists the last commits of a branch; branch and author go into one string of arguments.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class RepositoryOptions
    {
        public required string Root { get; init; }
    }

    [McpServerToolType]
    public sealed class GitHistory(RepositoryOptions options)
    {
        [McpServerTool, Description("Commits of a branch, newest first.")]
        public async Task<string> LogAsync(string branch = "main", string? author = null, int count = 20)
        {
            var arguments = $"log --oneline -n {count} {branch}";
            if (author is not null) arguments += $" --author=\"{author}\"";

            using var git = new Process
            {
                StartInfo = new ProcessStartInfo
                {
                    FileName = "git",
                    Arguments = arguments,
                    WorkingDirectory = options.Root,
                    RedirectStandardOutput = true,
                },
            };
            git.Start();
            string text = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return git.ExitCode == 0 ? text : "git failed";
        }
    }
}

namespace Fixed
{
    public sealed class RepositoryOptions
    {
        public required string Root { get; init; }
    }

    [McpServerToolType]
    public sealed class GitHistory(RepositoryOptions options)
    {
        [McpServerTool, Description("Commits of a branch, newest first.")]
        public async Task<string> LogAsync(string branch = "main", string? author = null, int count = 20)
        {
            var start = new ProcessStartInfo("git")
            {
                WorkingDirectory = options.Root,
                RedirectStandardOutput = true,
                ArgumentList = { "log", "--oneline", "-n", Math.Clamp(count, 1, 200).ToString() },
            };
            if (author is not null) start.ArgumentList.Add("--author=" + author);
            start.ArgumentList.Add("--end-of-options");
            start.ArgumentList.Add(branch);
            start.ArgumentList.Add("--");

            using var git = Process.Start(start) ?? throw new InvalidOperationException("git is not installed");
            string text = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return git.ExitCode == 0 ? text : "git failed";
        }
    }
}

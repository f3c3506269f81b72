// Runs git to list the last commits and waits for its end without a limit.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class RepositoryFunctions(string folder)
    {
        public AIFunction CommitsTool => AIFunctionFactory.Create(LastCommits);

        [Description("Subjects of the last commits.")]
        private string LastCommits(int count = 10)
        {
            var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true };
            start.ArgumentList.Add("log");
            start.ArgumentList.Add("--format=%h %s");
            start.ArgumentList.Add("-n");
            start.ArgumentList.Add(Math.Clamp(count, 1, 50).ToString(CultureInfo.InvariantCulture));

            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : "git failed";
        }
    }
}

namespace Fixed
{
    public sealed class RepositoryFunctions(string folder)
    {
        public AIFunction CommitsTool => AIFunctionFactory.Create(LastCommitsAsync);

        [Description("Subjects of the last commits.")]
        private async Task<string> LastCommitsAsync(int count = 10, CancellationToken cancellationToken = default)
        {
            var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true };
            start.ArgumentList.Add("log");
            start.ArgumentList.Add("--format=%h %s");
            start.ArgumentList.Add("-n");
            start.ArgumentList.Add(Math.Clamp(count, 1, 50).ToString(CultureInfo.InvariantCulture));

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(20));
            using var git = Process.Start(start)!;
            try
            {
                var output = await git.StandardOutput.ReadToEndAsync(limit.Token);
                await git.WaitForExitAsync(limit.Token);
                return git.ExitCode == 0 ? output : "git failed";
            }
            catch (OperationCanceledException)
            {
                git.Kill(entireProcessTree: true);
                throw;
            }
        }
    }
}

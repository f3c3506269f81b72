// Lets an agent wait before it looks at a deployment again; it can wait for as long as an int of seconds goes.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class WaitTools
    {
        [McpServerTool(Name = "wait"), Description("Waits for some seconds before the next step.")]
        public static async Task<string> WaitAsync(int seconds, CancellationToken cancellationToken)
        {
            if (seconds < 0) return "nothing to wait for";
            await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
            return $"waited {seconds} s";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class WaitTools
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

        [McpServerTool(Name = "wait"), Description("Waits for some seconds (at most 30) before the next step.")]
        public static async Task<string> WaitAsync(int seconds, CancellationToken cancellationToken)
        {
            if (seconds < 0) return "nothing to wait for";
            var wait = TimeSpan.FromSeconds(seconds);
            if (wait > Longest) wait = Longest;
            await Task.Delay(wait, cancellationToken);
            return $"waited {wait.TotalSeconds} s";
        }
    }
}

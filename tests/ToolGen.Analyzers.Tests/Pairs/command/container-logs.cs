// Shows the last lines of a container; the pattern for the name has no anchors, and docker gets all of it in one string.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ContainerTools
    {
        private static readonly Regex ContainerName = new("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

        [McpServerTool(Name = "container_logs", ReadOnly = true), Description("Last lines of a container's log.")]
        public static async Task<string> LogsAsync(string container, int lines = 100, CancellationToken cancellationToken = default)
        {
            if (!ContainerName.IsMatch(container)) throw new McpException("This is no name of a container.");

            var info = new ProcessStartInfo("docker", $"logs --tail {lines} {container}")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var docker = Process.Start(info)!;
            var texts = await Task.WhenAll(
                docker.StandardOutput.ReadToEndAsync(cancellationToken),
                docker.StandardError.ReadToEndAsync(cancellationToken));
            await docker.WaitForExitAsync(cancellationToken);
            return string.Concat(texts);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ContainerTools
    {
        private static readonly Regex ContainerName = new(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]{1,62}\z", RegexOptions.None, TimeSpan.FromSeconds(1));

        [McpServerTool(Name = "container_logs", ReadOnly = true), Description("Last lines of a container's log.")]
        public static async Task<string> LogsAsync(string container, int lines = 100, CancellationToken cancellationToken = default)
        {
            if (!ContainerName.IsMatch(container)) throw new McpException("This is no name of a container.");

            var info = new ProcessStartInfo("docker")
            {
                ArgumentList = { "logs", "--tail", Math.Clamp(lines, 1, 1000).ToString(CultureInfo.InvariantCulture), "--", container },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var docker = Process.Start(info)!;
            var texts = await Task.WhenAll(
                docker.StandardOutput.ReadToEndAsync(cancellationToken),
                docker.StandardError.ReadToEndAsync(cancellationToken));
            await docker.WaitForExitAsync(cancellationToken);
            return string.Concat(texts);
        }
    }
}

// Pings a host and tells the round trip; the host is pasted into a line that bash reads.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class NetworkTools
    {
        [McpServerTool(Name = "ping_host"), Description("Pings a host and returns the output of ping.")]
        public static async Task<string> PingHostAsync(
            [Description("Host name or IP address")] string host,
            [Description("Number of packets, 1 to 10")] int count = 4,
            CancellationToken cancellationToken = default)
        {
            var info = new ProcessStartInfo("/bin/bash", $"-c \"ping -c {Math.Clamp(count, 1, 10)} {host}\"")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(info)!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return output;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class NetworkTools
    {
        private static readonly Dictionary<string, string> Hosts = new(StringComparer.OrdinalIgnoreCase)
        {
            ["gateway"] = "gw.example.com",
            ["mail"] = "mx1.example.com",
            ["shop"] = "shop.example.com",
        };

        [McpServerTool(Name = "ping_host"), Description("Pings one of our hosts and returns the round trip.")]
        public static async Task<string> PingHostAsync(
            [Description("gateway, mail or shop")] string host,
            [Description("Number of packets, 1 to 10")] int count = 4,
            CancellationToken cancellationToken = default)
        {
            if (!Hosts.TryGetValue(host, out var address)) return "Unknown host. Known: " + string.Join(", ", Hosts.Keys);

            using var ping = new Ping();
            var lines = new List<string>();
            for (var i = 0; i < Math.Clamp(count, 1, 10); i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var reply = await ping.SendPingAsync(address, 2000);
                lines.Add($"{reply.Status}: {reply.RoundtripTime} ms");
            }

            return string.Join('\n', lines);
        }
    }
}

// Asks a machine of the fleet for its disk usage over ssh; a host that begins with -o sets a proxy command on this machine.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IRemote
    {
        Task<string> RunAsync(string host, string command, CancellationToken cancellationToken);
    }

    public sealed class SshRemote : IRemote
    {
        public async Task<string> RunAsync(string host, string command, CancellationToken cancellationToken)
        {
            var info = new ProcessStartInfo("ssh") { RedirectStandardOutput = true };
            List<string> arguments = ["-o", "BatchMode=yes", host, command];
            arguments.ForEach(info.ArgumentList.Add);
            using var ssh = Process.Start(info)!;
            var text = await ssh.StandardOutput.ReadToEndAsync(cancellationToken);
            await ssh.WaitForExitAsync(cancellationToken);
            return text;
        }
    }

    [McpServerToolType]
    public sealed class FleetTools(IRemote remote)
    {
        [McpServerTool(Name = "disk_usage"), Description("Disk usage of a machine.")]
        public Task<string> DiskUsageAsync(string host, string mount = "/", CancellationToken cancellationToken = default)
            => remote.RunAsync(host, $"df -h {mount}", cancellationToken);
    }
}

namespace Fixed
{
    public interface IRemote
    {
        Task<string> RunAsync(string host, string command, CancellationToken cancellationToken);
    }

    public sealed class SshRemote : IRemote
    {
        public async Task<string> RunAsync(string host, string command, CancellationToken cancellationToken)
        {
            var info = new ProcessStartInfo("ssh") { RedirectStandardOutput = true };
            List<string> arguments = ["-o", "BatchMode=yes", "--", host, command];
            arguments.ForEach(info.ArgumentList.Add);
            using var ssh = Process.Start(info)!;
            var text = await ssh.StandardOutput.ReadToEndAsync(cancellationToken);
            await ssh.WaitForExitAsync(cancellationToken);
            return text;
        }
    }

    [McpServerToolType]
    public sealed class FleetTools(IRemote remote)
    {
        [McpServerTool(Name = "disk_usage"), Description("Disk usage of a machine (web-1, web-2, db-1).")]
        public Task<string> DiskUsageAsync(string host, bool data = false, CancellationToken cancellationToken = default)
        {
            var address = host switch
            {
                "web-1" => "web1.fleet.example.com",
                "web-2" => "web2.fleet.example.com",
                "db-1" => "db1.fleet.example.com",
                _ => throw new ArgumentException("Unknown machine.", nameof(host)),
            };
            return remote.RunAsync(address, data ? "df -h /data" : "df -h /", cancellationToken);
        }
    }
}

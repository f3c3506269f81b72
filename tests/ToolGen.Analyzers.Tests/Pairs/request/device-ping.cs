// Pings a device of a building; any name or address is pinged.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.NetworkInformation;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class DeviceTools
    {
        [McpServerTool(Name = "ping_device"), Description("Pings a device and returns the time in milliseconds.")]
        public async Task<string> PingDeviceAsync([Description("Name of the device")] string device)
        {
            using var ping = new Ping();
            var reply = await ping.SendPingAsync(device, 2000);
            return reply.Status == IPStatus.Success ? $"{reply.RoundtripTime} ms from {reply.Address}" : reply.Status.ToString();
        }
    }
}

namespace Fixed
{
    public interface IDeviceInventory
    {
        IReadOnlyDictionary<Guid, string> HostNames { get; }
    }

    [McpServerToolType]
    public sealed class DeviceTools(IDeviceInventory inventory)
    {
        [McpServerTool(Name = "ping_device"), Description("Pings a device and returns the time in milliseconds.")]
        public async Task<string> PingDeviceAsync([Description("Id of the device")] Guid device)
        {
            if (!inventory.HostNames.TryGetValue(device, out var host)) return "There is no such device.";
            using var ping = new Ping();
            var reply = await ping.SendPingAsync(host, 2000);
            return reply.Status == IPStatus.Success ? $"{reply.RoundtripTime} ms" : reply.Status.ToString();
        }
    }
}

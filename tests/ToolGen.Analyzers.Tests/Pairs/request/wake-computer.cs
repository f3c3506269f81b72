// Wakes a computer of a lab over the network; the packet goes to any address and port.
using System;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ToolGen;

namespace Vulnerable
{
    public static class LabTools
    {
        /// <summary>Wakes a computer.</summary>
        [Tool(Destructive = false)]
        public static int WakeComputer(string hardwareAddress, string broadcast = "192.0.2.255", int port = 9)
        {
            var address = PhysicalAddress.Parse(hardwareAddress).GetAddressBytes();
            byte[] packet = [.. Enumerable.Repeat((byte)0xFF, 6), .. Enumerable.Repeat(address, 16).SelectMany(bytes => bytes)];
            using var client = new UdpClient { EnableBroadcast = true };
            return client.Send(packet, packet.Length, broadcast, port);
        }
    }
}

namespace Fixed
{
    public static class LabTools
    {
        private static readonly IPNetwork Lab = IPNetwork.Parse("192.0.2.0/24");

        /// <summary>Wakes a computer.</summary>
        [Tool(Destructive = false)]
        public static int WakeComputer(string hardwareAddress, string broadcast = "192.0.2.255")
        {
            if (!IPAddress.TryParse(broadcast, out var target) || !Lab.Contains(target))
                throw new ToolException(ToolErrorCodes.InvalidInput, "the address is not one of the lab");
            var address = PhysicalAddress.Parse(hardwareAddress).GetAddressBytes();
            if (address.Length != 6) throw new ToolException(ToolErrorCodes.InvalidInput, "a hardware address has six bytes");
            byte[] packet = [.. Enumerable.Repeat((byte)0xFF, 6), .. Enumerable.Repeat(address, 16).SelectMany(bytes => bytes)];
            using var client = new UdpClient { EnableBroadcast = true };
            return client.Send(packet, packet.Length, new IPEndPoint(target, 9));
        }
    }
}

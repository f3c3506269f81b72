// Decodes the head of a packet at an offset; the bytes are pinned and read as a structure without a look at what is left of them.
using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Net;
using System.Runtime.InteropServices;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct UdpHead
    {
        public ushort Source;
        public ushort Target;
        public ushort Length;
        public ushort Sum;
    }

    [McpServerToolType]
    public class PacketTools
    {
        [McpServerTool(Name = "udp_ports", ReadOnly = true), Description("Ports of an UDP head inside a capture.")]
        public string Ports(string captureHex, int offset)
        {
            var capture = Convert.FromHexString(captureHex);
            var pin = GCHandle.Alloc(capture, GCHandleType.Pinned);
            try
            {
                var head = Marshal.PtrToStructure<UdpHead>(pin.AddrOfPinnedObject() + offset);
                return $"{IPAddress.NetworkToHostOrder((short)head.Source)} to {IPAddress.NetworkToHostOrder((short)head.Target)}";
            }
            finally
            {
                pin.Free();
            }
        }
    }
}

namespace Fixed
{
    public readonly record struct UdpHead(ushort Source, ushort Target, ushort Length, ushort Sum)
    {
        public const int Size = 8;

        public static UdpHead Read(ReadOnlySpan<byte> bytes) => new(
            BinaryPrimitives.ReadUInt16BigEndian(bytes),
            BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]),
            BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]));
    }

    [McpServerToolType]
    public class PacketTools
    {
        [McpServerTool(Name = "udp_ports", ReadOnly = true), Description("Ports of an UDP head inside a capture.")]
        public string Ports(string captureHex, int offset)
        {
            var capture = Convert.FromHexString(captureHex);
            if (offset < 0 || offset > capture.Length - UdpHead.Size) throw new McpException("There is no head at this offset.");

            var head = UdpHead.Read(capture.AsSpan(offset, UdpHead.Size));
            return $"{head.Source} to {head.Target}";
        }
    }
}

using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ToolGen.Effects.Http;

/// <summary>
/// Which addresses are of the public internet: by the special-purpose registries of IANA (RFC 6890 and its updates), addresses of clouds'
/// own services, and every form in which an IPv4 address travels inside an IPv6 one.
/// </summary>
internal static class AddressGuard
{
    // From https://www.iana.org/assignments/iana-ipv4-special-registry; entries that are globally reachable are left out.
    private static readonly (Block Block, string Kind)[] Four =
    [
        (Block.Of("0.0.0.0/8"), "this network"),
        (Block.Of("10.0.0.0/8"), "private"),
        (Block.Of("100.64.0.0/10"), "shared by carriers"),
        (Block.Of("127.0.0.0/8"), "loopback"),
        (Block.Of("169.254.0.0/16"), "link-local, where clouds keep their metadata"),
        (Block.Of("172.16.0.0/12"), "private"),
        (Block.Of("192.0.0.0/24"), "protocol assignments"),
        (Block.Of("192.0.2.0/24"), "documentation"),
        (Block.Of("192.88.99.0/24"), "6to4 relays"),
        (Block.Of("192.168.0.0/16"), "private"),
        (Block.Of("198.18.0.0/15"), "benchmarks"),
        (Block.Of("198.51.100.0/24"), "documentation"),
        (Block.Of("203.0.113.0/24"), "documentation"),
        (Block.Of("224.0.0.0/4"), "multicast"),
        (Block.Of("240.0.0.0/4"), "reserved"),
        (Block.Of("168.63.129.16/32"), "a cloud's own services"),
    ];

    // From https://www.iana.org/assignments/iana-ipv6-special-registry; of what is not 2000::/3 these are only the better names.
    private static readonly (Block Block, string Kind)[] Six =
    [
        (Block.Of("::/128"), "unspecified"),
        (Block.Of("::1/128"), "loopback"),
        (Block.Of("::ffff:0:0/96"), "IPv4 inside IPv6"),
        (Block.Of("::ffff:0:0:0/96"), "IPv4 inside IPv6"),
        (Block.Of("::/96"), "IPv4 inside IPv6"),
        (Block.Of("64:ff9b::/96"), "IPv4 inside IPv6 (NAT64)"),
        (Block.Of("64:ff9b:1::/48"), "IPv4 inside IPv6 (NAT64)"),
        (Block.Of("100::/64"), "discarded"),
        (Block.Of("2001::/32"), "IPv4 inside IPv6 (Teredo)"),
        (Block.Of("2001::/23"), "protocol assignments"),
        (Block.Of("2001:db8::/32"), "documentation"),
        (Block.Of("2002::/16"), "IPv4 inside IPv6 (6to4)"),
        (Block.Of("3ffe::/16"), "the closed 6bone"),
        (Block.Of("3fff::/20"), "documentation"),
        (Block.Of("5f00::/16"), "segment routing"),
        (Block.Of("fc00::/7"), "private"),
        (Block.Of("fe80::/10"), "link-local"),
        (Block.Of("fec0::/10"), "site-local"),
        (Block.Of("ff00::/8"), "multicast"),
    ];

    private static readonly Block GlobalUnicast = Block.Of("2000::/3");

    /// <summary>Why an address is not of the public internet, such as <c>loopback</c>; null where it is.</summary>
    public static string? Refusal(IPAddress address)
    {
        var six = address.AddressFamily == AddressFamily.InterNetworkV6;
        foreach (var (block, kind) in six ? Six : Four)
            if (block.Contains(address)) return kind;
        if (!six) return address.AddressFamily == AddressFamily.InterNetwork ? null : "of another kind";
        if (IsIsatap(address)) return "IPv4 inside IPv6 (ISATAP)";
        return GlobalUnicast.Contains(address) && address.ScopeId == 0 ? null : "not global";
    }

    // Under any prefix the last eight bytes are 0000:5efe or 0200:5efe and the IPv4 address (RFC 5214 §6.1).
    private static bool IsIsatap(IPAddress address) => address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..];

    // IPNetwork.Contains takes ::ffff:10.0.0.1 for 10.0.0.1 and then compares it with IPv6 networks: here an address is its own bits and no others.
    private readonly record struct Block(UInt128 Bits, int Length, int Size)
    {
        public static Block Of(string text)
        {
            var slash = text.IndexOf('/');
            var address = IPAddress.Parse(text.AsSpan(0, slash));
            return new(BitsOf(address), int.Parse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture), SizeOf(address));
        }

        public bool Contains(IPAddress address) => SizeOf(address) == this.Size && (BitsOf(address) ^ this.Bits) >> (this.Size - this.Length) == 0;

        private static int SizeOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32;

        private static UInt128 BitsOf(IPAddress address)
        {
            var bytes = address.GetAddressBytes();
            return bytes.Length == 16 ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }
    }
}

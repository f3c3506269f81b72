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
    private static readonly (IPNetwork Network, string Kind)[] Four =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "shared by carriers"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local, where clouds keep their metadata"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "protocol assignments"),
        (IPNetwork.Parse("192.0.2.0/24"), "documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "6to4 relays"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "benchmarks"),
        (IPNetwork.Parse("198.51.100.0/24"), "documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud's own services"),
    ];

    // From https://www.iana.org/assignments/iana-ipv6-special-registry; of what is not 2000::/3 these are only the better names.
    private static readonly (IPNetwork Network, string Kind)[] Six =
    [
        (IPNetwork.Parse("::/128"), "unspecified"),
        (IPNetwork.Parse("::1/128"), "loopback"),
        (IPNetwork.Parse("::ffff:0:0/96"), "IPv4 inside IPv6"),
        (IPNetwork.Parse("::ffff:0:0:0/96"), "IPv4 inside IPv6"),
        (IPNetwork.Parse("::/96"), "IPv4 inside IPv6"),
        (IPNetwork.Parse("64:ff9b::/96"), "IPv4 inside IPv6 (NAT64)"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "IPv4 inside IPv6 (NAT64)"),
        (IPNetwork.Parse("100::/64"), "discarded"),
        (IPNetwork.Parse("2001::/32"), "IPv4 inside IPv6 (Teredo)"),
        (IPNetwork.Parse("2001::/23"), "protocol assignments"),
        (IPNetwork.Parse("2001:db8::/32"), "documentation"),
        (IPNetwork.Parse("2002::/16"), "IPv4 inside IPv6 (6to4)"),
        (IPNetwork.Parse("3ffe::/16"), "the closed 6bone"),
        (IPNetwork.Parse("3fff::/20"), "documentation"),
        (IPNetwork.Parse("5f00::/16"), "segment routing"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "site-local"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Why an address is not of the public internet, such as <c>loopback</c>; null where it is.</summary>
    public static string? Refusal(IPAddress address)
    {
        var six = address.AddressFamily == AddressFamily.InterNetworkV6;
        foreach (var (network, kind) in six ? Six : Four)
            if (network.Contains(address)) return kind;
        if (!six) return address.AddressFamily == AddressFamily.InterNetwork ? null : "of another kind";
        if (IsIsatap(address)) return "IPv4 inside IPv6 (ISATAP)";
        return GlobalUnicast.Contains(address) && address.ScopeId == 0 ? null : "not global";
    }

    // Under any prefix the last eight bytes are 0000:5efe or 0200:5efe and the IPv4 address (RFC 5214 §6.1).
    private static bool IsIsatap(IPAddress address) => address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..];
}

using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ToolGen.Specification.Grants;

/// <summary>A <c>connectTo</c>: an IP address and a port in their one form.</summary>
internal static class FixedAddress
{
    /// <summary>What is wrong with it, in words; null where nothing is.</summary>
    /// <param name="text">As written.</param>
    /// <param name="meant">What to write instead, where it is plain; else null.</param>
    public static string? Fault(string text, out string? meant)
    {
        meant = null;
        var colon = text.LastIndexOf(':');
        if (colon < 0) return "it has no port";
        var (host, portText) = (text.Substring(0, colon), text.Substring(colon + 1));
        if (portText.Length is 0 or > 5 || !portText.All(c => c is >= '0' and <= '9') || !int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            return "its port is no number from 1 to 65535";
        var isBracketed = host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']';
        var bare = isBracketed ? host.Substring(1, host.Length - 2) : host;
        if (!IPAddress.TryParse(bare, out var address)) return "it names no IP address";
        var isSix = address.AddressFamily == AddressFamily.InterNetworkV6;
        if (isBracketed != isSix) return isSix ? "an IPv6 address stands in brackets" : "only IPv6 addresses stand in brackets";
        if (!isSix && bare != address.ToString()) return "the address is not written as four decimal numbers";
        meant = $"{(isSix ? "[" + address + "]" : address.ToString())}:{port.ToString(CultureInfo.InvariantCulture)}";
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) return Plain(out meant, "the address stands for no machine");
        return text == meant ? Plain(out meant, null) : "it is not in its one form";
    }

    private static string? Plain(out string? meant, string? fault)
    {
        meant = null;
        return fault;
    }
}

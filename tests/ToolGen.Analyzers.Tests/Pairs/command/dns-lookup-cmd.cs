// Looks up records of a domain with nslookup under cmd; one character is taken out, a pipe or a newline does the same work.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class DnsTools
    {
        [McpServerTool, Description("Looks up a domain.")]
        public static string Lookup(string domain, string type = "A")
        {
            string Clean(string value) => value.Replace("&", "").Trim();

            var psi = new ProcessStartInfo("cmd.exe", "/c nslookup -type=" + Clean(type) + " " + Clean(domain))
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            };
            using var p = new Process { StartInfo = psi };
            p.Start();
            var answer = p.StandardOutput.ReadToEnd();
            if (!p.WaitForExit(10_000)) p.Kill();
            return answer;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class DnsTools
    {
        [McpServerTool, Description("Addresses of a domain.")]
        public static async Task<string> LookupAsync(string domain, bool ipv6 = false, CancellationToken cancellationToken = default)
        {
            if (domain.Length > 253 || Uri.CheckHostName(domain) != UriHostNameType.Dns) return "This is no domain name.";

            try
            {
                var family = ipv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
                var addresses = await Dns.GetHostAddressesAsync(domain, family, cancellationToken);
                return string.Join(Environment.NewLine, addresses.Select(a => a.ToString()));
            }
            catch (SocketException)
            {
                return "The domain has no address.";
            }
        }
    }
}

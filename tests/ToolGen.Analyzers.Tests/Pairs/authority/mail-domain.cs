// Says whether a domain resolves; the name is looked up by the machine, which tells it to the domain's own servers.
using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class DomainTools
    {
        /// <summary>Addresses of a domain.</summary>
        [Tool(ReadOnly = true)]
        public async Task<string[]> MailDomainAsync(string domain, ToolContext context, CancellationToken ct)
        {
            try
            {
                var entry = await Dns.GetHostEntryAsync(domain, ct);
                return entry.AddressList.Select(address => address.ToString()).ToArray();
            }
            catch (SocketException e)
            {
                context.Log($"no addresses: {e.SocketErrorCode}");
                return [];
            }
        }
    }
}

namespace Fixed
{
    public sealed class DomainTools
    {
        /// <summary>Addresses of a domain.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://resolver.example.org/resolve*"])]
        public async Task<string[]> MailDomainAsync(string domain, ToolContext context, CancellationToken ct)
        {
            var answer = await context.Http.SendAsync(new("GET", "https://resolver.example.org/resolve?type=A&name=" + Uri.EscapeDataString(domain)), ct);
            if (answer.Status == 200) return [.. answer.Json().GetProperty("addresses").EnumerateArray().Select(address => address.GetString() ?? "")];
            context.Log($"no addresses: {answer.Status}");
            return [];
        }
    }
}

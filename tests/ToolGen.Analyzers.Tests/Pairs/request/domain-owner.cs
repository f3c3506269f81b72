// Asks a whois server who owns a domain; the server is an argument of its own with a helpful default.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class WhoisTools
    {
        [McpServerTool, Description("Who owns a domain.")]
        public async Task<string> DomainOwner(string domain, string server = "whois.example.org:43")
        {
            var parts = server.Split(':');
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(new DnsEndPoint(parts[0], parts.Length > 1 ? int.Parse(parts[1]) : 43));
            await socket.SendAsync(Encoding.ASCII.GetBytes(domain + "\r\n"));
            var answer = new StringBuilder();
            var buffer = new byte[2048];
            for (int read; (read = await socket.ReceiveAsync(buffer)) > 0;) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            return answer.ToString();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class WhoisTools
    {
        private static readonly Dictionary<string, DnsEndPoint> Servers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["com"] = new("whois-com.example.org", 43),
            ["org"] = new("whois-org.example.org", 43),
            ["net"] = new("whois-net.example.org", 43),
        };

        [McpServerTool, Description("Who owns a domain.")]
        public async Task<string> DomainOwner(string domain)
        {
            if (domain.Length > 253 || !domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')) return "That is no domain.";
            if (!Servers.TryGetValue(domain[(domain.LastIndexOf('.') + 1)..], out var server)) return "No server knows such domains.";
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(server);
            await socket.SendAsync(Encoding.ASCII.GetBytes(domain + "\r\n"));
            var answer = new StringBuilder();
            var buffer = new byte[2048];
            for (int read; answer.Length < 65536 && (read = await socket.ReceiveAsync(buffer)) > 0;) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            return answer.ToString();
        }
    }
}

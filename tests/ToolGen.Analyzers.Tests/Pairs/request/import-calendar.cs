// Counts the events of a shared calendar; the start of the address is compared as text.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class CalendarTools(HttpClient http)
    {
        [McpServerTool, Description("Counts the events of a shared calendar.")]
        public async Task<int> CountEvents([Description("Address of the .ics file")] string address)
        {
            if (!address.StartsWith("https://calendar.example.com", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException("Not a shared calendar.", nameof(address));

            var ics = await http.GetStringAsync(address);
            return ics.Split("BEGIN:VEVENT").Length - 1;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class CalendarTools(HttpClient http)
    {
        [McpServerTool, Description("Counts the events of a shared calendar.")]
        public async Task<int> CountEvents([Description("Address of the .ics file")] string address, CancellationToken cancellationToken = default)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
                || uri is not { Scheme: "https", Host: "calendar.example.com", Port: 443, UserInfo: "" })
                throw new ArgumentException("Not a shared calendar.", nameof(address));

            var ics = await http.GetStringAsync(uri, cancellationToken);
            return ics.Split("BEGIN:VEVENT").Length - 1;
        }
    }
}

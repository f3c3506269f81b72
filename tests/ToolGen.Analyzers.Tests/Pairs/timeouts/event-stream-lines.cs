// Reads the first lines of an event stream; the client's timeout ends with the headers, and the lines may drip in for ever.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class EventTools(HttpClient http)
    {
        [McpServerTool(Name = "recent_events"), Description("The next five events of a machine.")]
        public async Task<List<string>> RecentAsync(int machine)
        {
            http.Timeout = TimeSpan.FromSeconds(10);
            using var response = await http.GetAsync($"https://plant.example.com/machines/{machine}/events", HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

            var events = new List<string>();
            while (events.Count < 5 && await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal)) events.Add(line[5..].Trim());
            }

            return events;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class EventTools(HttpClient http)
    {
        private const int MaxBytes = 64 * 1024;

        [McpServerTool(Name = "recent_events"), Description("The next five events of a machine, as far as they come within ten seconds.")]
        public async Task<List<string>> RecentAsync(int machine, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(10));
            var token = limit.Token;
            using var response = await http.GetAsync($"https://plant.example.com/machines/{machine}/events", HttpCompletionOption.ResponseHeadersRead, token);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(token);

            var buffer = new byte[MaxBytes];
            var filled = 0;
            var events = new List<string>();
            while (filled < buffer.Length && events.Count < 5)
            {
                var read = await body.ReadAsync(buffer.AsMemory(filled), token);
                if (read == 0) break;
                filled += read;
                events = Events(System.Text.Encoding.UTF8.GetString(buffer, 0, filled));
            }

            return events;
        }

        private static List<string> Events(string text)
        {
            var found = new List<string>();
            foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n'))
            {
                if (found.Count < 5 && line.StartsWith("data:", StringComparison.Ordinal)) found.Add(line[5..].Trim());
            }

            return found;
        }
    }
}

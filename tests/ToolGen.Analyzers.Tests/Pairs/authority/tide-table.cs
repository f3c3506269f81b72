// Fetches the tides of a harbour with a client of its own, past the host's guards.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record Tide(DateTimeOffset Time, double Metres);

    public static class TideTools
    {
        private static readonly HttpClient Client = new() { BaseAddress = new Uri("https://tides.example.org/") };

        /// <summary>Tides of a harbour.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://tides.example.org/v1/*"])]
        public static async Task<IReadOnlyList<Tide>> TideTableAsync(int harbour, DateOnly day, CancellationToken ct) =>
            await Client.GetFromJsonAsync<List<Tide>>($"v1/harbours/{harbour}/tides?day={day:yyyy-MM-dd}", ct) ?? [];
    }
}

namespace Fixed
{
    public sealed record Tide(DateTimeOffset Time, double Metres);

    public static class TideTools
    {
        /// <summary>Tides of a harbour.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://tides.example.org/v1/*"])]
        public static async Task<IReadOnlyList<Tide>> TideTableAsync(int harbour, DateOnly day, ToolContext context, CancellationToken ct)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", $"https://tides.example.org/v1/harbours/{harbour}/tides?day={day:yyyy-MM-dd}"), ct);
            return [.. from tide in answer.Json().EnumerateArray() select new Tide(tide.GetProperty("time").GetDateTimeOffset(), tide.GetProperty("metres").GetDouble())];
        }
    }
}

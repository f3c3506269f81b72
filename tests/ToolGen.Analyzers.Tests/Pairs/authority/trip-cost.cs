// Estimates a trip; another tool is asked through a local port instead of being called, so no grant of it counts.
using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class TripTools
    {
        private static readonly Lazy<HttpClient> Local = new(() => new HttpClient { BaseAddress = new Uri("http://localhost:5080/tools/") });

        /// <summary>Cost of a trip by car.</summary>
        [Tool(ReadOnly = true)]
        public async Task<decimal> TripCostAsync(string from, string to, decimal litresPer100, CancellationToken ct)
        {
            var route = await AskAsync("route_length", new { from, to }, ct);
            var fuel = await AskAsync("fuel_price", new { country = "DE" }, ct);
            return Math.Round(route.GetProperty("kilometres").GetDecimal() / 100 * litresPer100 * fuel.GetProperty("price").GetDecimal(), 2);
        }

        private static async Task<JsonElement> AskAsync(string tool, object arguments, CancellationToken ct)
        {
            using var response = await Local.Value.PostAsJsonAsync(tool, arguments, ct);
            return await response.Content.ReadFromJsonAsync<JsonElement>(ct);
        }
    }
}

namespace Fixed
{
    public sealed class TripTools
    {
        /// <summary>Cost of a trip by car.</summary>
        [Tool(ReadOnly = true, Capabilities = ["tool route_length", "tool fuel_price"])]
        public async Task<decimal> TripCostAsync(string from, string to, decimal litresPer100, ToolContext context, CancellationToken ct)
        {
            var route = await AskAsync(context.Tools, "route_length", new { from, to }, ct);
            var fuel = await AskAsync(context.Tools, "fuel_price", new { country = "DE" }, ct);
            return Math.Round(route.GetProperty("kilometres").GetDecimal() / 100 * litresPer100 * fuel.GetProperty("price").GetDecimal(), 2);
        }

        private static async Task<JsonElement> AskAsync(IToolCalls tools, string tool, object arguments, CancellationToken ct)
        {
            var result = await tools.CallAsync(tool, JsonSerializer.SerializeToUtf8Bytes(arguments), cancellationToken: ct);
            return result.IsError ? throw new ToolException(ToolErrorCodes.Dependency, result.Errors[0].Message) : JsonSerializer.Deserialize<JsonElement>(result.Output.Span);
        }
    }
}

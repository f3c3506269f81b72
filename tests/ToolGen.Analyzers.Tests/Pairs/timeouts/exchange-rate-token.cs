// Converts an amount at the day's rate; the token of the call is taken and handed to nothing.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Rate(string Base, string Quote, decimal Value);

    [McpServerToolType]
    public sealed class CurrencyTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "convert_amount"), Description("Converts an amount between two currencies.")]
        public async Task<decimal> ConvertAsync(decimal amount, string from, string to, CancellationToken cancellationToken = default)
        {
            using var http = clients.CreateClient();
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.MaxResponseContentBufferSize = 16 * 1024;
            var url = $"https://rates.example.com/{Uri.EscapeDataString(from)}/{Uri.EscapeDataString(to)}";
            var rate = await http.GetFromJsonAsync<Rate>(url);
            return decimal.Round(amount * (rate?.Value ?? throw new InvalidOperationException("no rate")), 2);
        }
    }
}

namespace Fixed
{
    public sealed record Rate(string Base, string Quote, decimal Value);

    [McpServerToolType]
    public sealed class CurrencyTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "convert_amount"), Description("Converts an amount between two currencies.")]
        public async Task<decimal> ConvertAsync(decimal amount, string from, string to, CancellationToken cancellationToken = default)
        {
            using var http = clients.CreateClient();
            http.Timeout = TimeSpan.FromSeconds(10);
            http.MaxResponseContentBufferSize = 16 * 1024;
            var url = $"https://rates.example.com/{Uri.EscapeDataString(from)}/{Uri.EscapeDataString(to)}";
            var rate = await http.GetFromJsonAsync<Rate>(url, cancellationToken);
            return decimal.Round(amount * (rate?.Value ?? throw new InvalidOperationException("no rate")), 2);
        }
    }
}

// Converts an amount; rates come through the application's own client factory.
using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public enum Currency { Eur, Usd, Gbp, Jpy }

    public sealed class CurrencyTools
    {
        private readonly IHttpClientFactory clients;

        public CurrencyTools(IHttpClientFactory clients) => this.clients = clients;

        /// <summary>Converts an amount.</summary>
        [Tool(ReadOnly = true)]
        public async Task<decimal> ConvertCurrencyAsync(decimal amount, Currency from, Currency to, CancellationToken ct)
        {
            using var client = this.clients.CreateClient("rates");
            await using var stream = await client.GetStreamAsync($"https://rates.example.com/{from}/{to}", ct);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
            return amount * document.RootElement.GetProperty("rate").GetDecimal();
        }
    }
}

namespace Fixed
{
    public enum Currency { Eur, Usd, Gbp, Jpy }

    public sealed class CurrencyTools
    {
        /// <summary>Converts an amount.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://rates.example.com/*"])]
        public async Task<decimal> ConvertCurrencyAsync(decimal amount, Currency from, Currency to, ToolContext context, CancellationToken ct)
        {
            var answer = await context.Http.SendAsync(new("GET", $"https://rates.example.com/{from}/{to}") { Retries = 2 }, ct);
            return amount * answer.Json().GetProperty("rate").GetDecimal();
        }
    }
}

// Fetches an exchange rate with a client that has a base address; the relative part may be an absolute address of its own.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class RatesPlugin
    {
        private readonly HttpClient client = new() { BaseAddress = new Uri("https://rates.example.org/v1/") };

        [KernelFunction("get_rate"), Description("Gets an exchange rate.")]
        public async Task<string> GetRateAsync([Description("Currency to convert from, e.g. EUR")] string from, [Description("Currency to convert to, e.g. USD")] string to)
        {
            using var response = await client.GetAsync($"{from}/{to}");
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public class RatesPlugin
    {
        private readonly HttpClient client = new() { BaseAddress = new Uri("https://rates.example.org/v1/") };

        [KernelFunction("get_rate"), Description("Gets an exchange rate.")]
        public async Task<string> GetRateAsync([Description("Currency to convert from, e.g. EUR")] string from, [Description("Currency to convert to, e.g. USD")] string to)
        {
            using var response = await client.GetAsync($"pair?from={Code(from)}&to={Code(to)}");
            response.EnsureSuccessStatusCode();
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return body.RootElement.GetProperty("rate").GetDecimal().ToString(CultureInfo.InvariantCulture);
        }

        private static string Code(string text) =>
            text is { Length: 3 } && text.All(char.IsAsciiLetter) ? text.ToUpperInvariant() : throw new ArgumentException("A currency code has three letters.");
    }
}

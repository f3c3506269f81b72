// Reads a price as it is seen from another country; the proxy that carries the request is an argument.
using System;
using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class PriceTools
    {
        [McpServerTool, Description("Price of an article as seen from another country.")]
        public static async Task<string> PriceFrom(int article, [Description("Proxy in that country")] string proxy)
        {
            var handler = new HttpClientHandler { Proxy = new WebProxy(proxy), UseProxy = true };
            using var client = new HttpClient(handler);
            return await client.GetStringAsync($"http://prices.example.com/articles/{article}");
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class PriceTools
    {
        private static readonly (string Country, HttpClient Client)[] Exits =
        [
            ("de", Through("http://de.exits.example.org:3128")),
            ("fr", Through("http://fr.exits.example.org:3128")),
            ("jp", Through("http://jp.exits.example.org:3128")),
        ];

        [McpServerTool, Description("Price of an article as seen from another country.")]
        public static async Task<string> PriceFrom(int article, [Description("de, fr or jp")] string country, CancellationToken cancellationToken)
        {
            foreach (var (name, client) in Exits)
                if (string.Equals(name, country, StringComparison.OrdinalIgnoreCase))
                    return await client.GetStringAsync($"https://prices.example.com/articles/{article}", cancellationToken);
            throw new ArgumentException("Countries are de, fr and jp.", nameof(country));
        }

        private static HttpClient Through(string proxy) => new(new HttpClientHandler { Proxy = new WebProxy(proxy), UseProxy = true });
    }
}

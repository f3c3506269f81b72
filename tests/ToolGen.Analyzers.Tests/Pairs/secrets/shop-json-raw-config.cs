// Reads a shop's revenue; a JSON configuration with the secret in it is a raw string of the program.
using System;
using System.ComponentModel;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record ShopConfig(string BaseUrl, string Merchant, string ApiSecret);

    [McpServerToolType]
    public static class RevenueTools
    {
        private static readonly ShopConfig Config = JsonSerializer.Deserialize<ShopConfig>(
            """
            {
              "BaseUrl": "https://pay.example.com/v1/",
              "Merchant": "M-20417",
              "ApiSecret": "shopsec_7300bfa32fbe3b2f7ce4f64aec06268c51"
            }
            """)!;

        [McpServerTool, Description("Gets the revenue of a month.")]
        public static async Task<string> GetRevenue(HttpClient http, int year, int month)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Config.BaseUrl + $"merchants/{Config.Merchant}/revenue/{year:D4}-{month:D2}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Secret", Config.ApiSecret);
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public sealed record ShopConfig(string BaseUrl, string Merchant, string ApiSecret);

    [McpServerToolType]
    public static class RevenueTools
    {
        private const string Example =
            """
            {
              "BaseUrl": "https://pay.example.com/v1/",
              "Merchant": "M-00000",
              "ApiSecret": "<the secret of your merchant account>"
            }
            """;

        private static readonly Lazy<ShopConfig> Config = new(() => File.Exists("shop.secrets.json")
            ? JsonSerializer.Deserialize<ShopConfig>(File.ReadAllText("shop.secrets.json"))!
            : throw new FileNotFoundException("Write shop.secrets.json, such as " + Example));

        [McpServerTool, Description("Gets the revenue of a month.")]
        public static async Task<string> GetRevenue(HttpClient http, int year, int month)
        {
            var config = Config.Value;
            using var request = new HttpRequestMessage(HttpMethod.Get, config.BaseUrl + $"merchants/{config.Merchant}/revenue/{year:D4}-{month:D2}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Secret", config.ApiSecret);
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

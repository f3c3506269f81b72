// Looks up stock in a region's warehouse; the region is put before the domain as text.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class StockTools(IHttpClientFactory clients)
    {
        [McpServerTool, Description("Units in stock of an article, in one region.")]
        public async Task<int> UnitsInStock(
            [Description("Region such as eu-west")] string region,
            [Description("Article number")] int article,
            CancellationToken ct)
        {
            var client = clients.CreateClient("stock");
            var answer = await client.GetFromJsonAsync<JsonElement>($"https://{region}.stock.example.com/v1/articles/{article}", ct);
            return answer.GetProperty("units").GetInt32();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class StockTools(IHttpClientFactory clients)
    {
        [McpServerTool, Description("Units in stock of an article, in one region.")]
        public async Task<int> UnitsInStock(
            [Description("eu-west, eu-north or us-east")] string region,
            [Description("Article number")] int article,
            CancellationToken ct)
        {
            var host = region switch
            {
                "eu-west" => "https://eu-west.stock.example.com",
                "eu-north" => "https://eu-north.stock.example.com",
                "us-east" => "https://us-east.stock.example.com",
                _ => throw new ArgumentOutOfRangeException(nameof(region), "Regions are eu-west, eu-north and us-east."),
            };
            var client = clients.CreateClient("stock");
            var answer = await client.GetFromJsonAsync<JsonElement>($"{host}/v1/articles/{article}", ct);
            return answer.GetProperty("units").GetInt32();
        }
    }
}

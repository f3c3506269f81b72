// Gets a weather forecast; the service's key is a constant of the class.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class WeatherTools(HttpClient http)
    {
        private const string ApiKey = "wx_live_K4JarBRDNikL4UlfAtkxbGBMNzTdO055";

        [McpServerTool, Description("Gets the forecast of a place.")]
        public Task<string> GetForecast(string place)
        {
            var url = $"https://api.weather.example.com/v2/forecast?q={Uri.EscapeDataString(place)}&key={ApiKey}";
            return http.GetStringAsync(url);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class WeatherTools(HttpClient http, IConfiguration configuration)
    {
        private const string ApiKeySetting = "Weather:ApiKey";
        private const string ClientId = "5f0d6a1e-3c1b-4b8e-9a55-7f1f2c9d0b3e";

        [McpServerTool, Description("Gets the forecast of a place.")]
        public Task<string> GetForecast(string place)
        {
            var key = configuration[ApiKeySetting] ?? throw new InvalidOperationException($"Set {ApiKeySetting}.");
            var url = $"https://api.weather.example.com/v2/forecast?q={Uri.EscapeDataString(place)}&client={ClientId}&key={Uri.EscapeDataString(key)}";
            return http.GetStringAsync(url);
        }
    }
}

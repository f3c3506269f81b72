// Sets a heating's temperature over HTTPS; every certificate is accepted.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class HeatingTools : IDisposable
    {
        private readonly HttpClient client;

        public HeatingTools()
        {
            var handler = new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true,
            };
            this.client = new HttpClient(handler) { BaseAddress = new Uri("https://heating.example.org/") };
        }

        [McpServerTool, Description("Sets a room's temperature in degrees Celsius.")]
        public async Task<string> SetTemperature(int room, double degrees)
        {
            using var response = await this.client.PutAsJsonAsync($"rooms/{room}", new { degrees = Math.Clamp(degrees, 5, 26) });
            return response.IsSuccessStatusCode ? "set" : "not set";
        }

        public void Dispose() => this.client.Dispose();
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class HeatingTools : IDisposable
    {
        private readonly HttpClient client;

        public HeatingTools()
        {
            var handler = new HttpClientHandler
            {
                CheckCertificateRevocationList = true,
            };
            this.client = new HttpClient(handler) { BaseAddress = new Uri("https://heating.example.org/") };
        }

        [McpServerTool, Description("Sets a room's temperature in degrees Celsius.")]
        public async Task<string> SetTemperature(int room, double degrees)
        {
            using var response = await this.client.PutAsJsonAsync($"rooms/{room}", new { degrees = Math.Clamp(degrees, 5, 26) });
            return response.IsSuccessStatusCode ? "set" : "not set";
        }

        public void Dispose() => this.client.Dispose();
    }
}

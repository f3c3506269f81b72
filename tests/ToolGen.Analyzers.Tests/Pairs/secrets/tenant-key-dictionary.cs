// Sends a text message for a tenant; the keys of all tenants stand in a dictionary.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Vulnerable
{
    public class Messenger(HttpClient http)
    {
        private static readonly Dictionary<string, string> Tenants = new()
        {
            ["north"] = "cdfd2953da40b710637c2f99ed0b8872",
            ["south"] = "168e8e53785c9dadaedd33f0ff5a0f1a",
            ["harbour"] = "de9fde4f8b165a3e5d9906b970494126",
        };

        public AIFunction Create() => AIFunctionFactory.Create(this.SendAsync, "send_text");

        private async Task<bool> SendAsync(string tenant, string number, string text)
        {
            if (!Tenants.TryGetValue(tenant, out var key)) return false;
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://sms.example.com/send");
            request.Headers.Add("X-Auth-Key", key);
            request.Content = new FormUrlEncodedContent([new("to", number), new("text", text)]);
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
    }
}

namespace Fixed
{
    public class Messenger(HttpClient http, IConfiguration configuration)
    {
        private static readonly Dictionary<string, Guid> Tenants = new()
        {
            ["north"] = new("1b6a8f5e-57f4-4a53-8d80-64a3f2d3b001"),
            ["south"] = new("2d1f0cc4-0be1-4c39-93ad-0d5a0a1ce602"),
            ["harbour"] = new("9c2e7a86-8a11-47e0-b7f5-c4d1a1f0e903"),
        };

        public AIFunction Create() => AIFunctionFactory.Create(this.SendAsync, "send_text");

        private async Task<bool> SendAsync(string tenant, string number, string text)
        {
            if (!Tenants.TryGetValue(tenant, out var id)) return false;
            if (configuration.GetSection("Sms:Keys")[id.ToString("N")] is not { } key) return false;
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://sms.example.com/send");
            request.Headers.Add("X-Auth-Key", key);
            request.Content = new FormUrlEncodedContent([new("to", number), new("text", text)]);
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
    }
}

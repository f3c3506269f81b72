// Sends a test event to a webhook; method and address are the caller's.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class WebhookTools
    {
        private readonly HttpClient http;

        public WebhookTools(HttpClient http) => this.http = http;

        [McpServerTool, Description("Sends a test event to a webhook and returns the answer.")]
        public async Task<string> SendTestEvent(string method, string url, string eventName)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            request.Content = JsonContent.Create(new { type = eventName, test = true });
            using var response = await this.http.SendAsync(request);
            return $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class WebhookTools
    {
        private static readonly Dictionary<string, Uri> Hooks = new(StringComparer.OrdinalIgnoreCase)
        {
            ["orders"] = new("https://hooks.example.com/orders"),
            ["billing"] = new("https://hooks.example.com/billing"),
            ["support"] = new("https://desk.example.org/incoming"),
        };

        private readonly HttpClient http;

        public WebhookTools(HttpClient http) => this.http = http;

        [McpServerTool, Description("Sends a test event to a webhook and returns the status.")]
        public async Task<string> SendTestEvent([Description("orders, billing or support")] string hook, string eventName)
        {
            if (!Hooks.TryGetValue(hook, out var target)) throw new McpException($"Hooks are: {string.Join(", ", Hooks.Keys)}");
            using var request = new HttpRequestMessage(HttpMethod.Post, target);
            request.Content = JsonContent.Create(new { type = eventName, test = true });
            using var response = await this.http.SendAsync(request);
            return $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}";
        }
    }
}

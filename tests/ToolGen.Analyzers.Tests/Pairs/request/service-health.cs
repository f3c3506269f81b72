// Asks a service for its health; the host is the caller's.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class HealthTools
    {
        private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

        /// <summary>Says whether a service is up.</summary>
        /// <param name="host">The service's host, such as cart.example.com.</param>
        [Tool(ReadOnly = true)]
        public async Task<string> ServiceHealthAsync(string host, CancellationToken cancellationToken)
        {
            try
            {
                var text = await this.http.GetStringAsync("http://" + host + "/healthz", cancellationToken);
                return "up: " + text;
            }
            catch (HttpRequestException e)
            {
                return "down: " + e.Message;
            }
        }
    }
}

namespace Fixed
{
    public enum Service { Cart, Search, Payment }

    public sealed class HealthTools
    {
        private static readonly IReadOnlyDictionary<Service, string> Addresses = new Dictionary<Service, string>
        {
            [Service.Cart] = "https://cart.example.com/healthz",
            [Service.Search] = "https://search.example.com/healthz",
            [Service.Payment] = "https://payment.example.com/healthz",
        };

        /// <summary>Says whether a service is up.</summary>
        /// <param name="service">The service.</param>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://cart.example.com/healthz", "http GET https://search.example.com/healthz", "http GET https://payment.example.com/healthz"])]
        public async Task<string> ServiceHealthAsync(Service service, ToolContext context, CancellationToken cancellationToken)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", Addresses[service]), cancellationToken);
            return answer.Status < 400 ? "up" : $"down: status {answer.Status}";
        }
    }
}

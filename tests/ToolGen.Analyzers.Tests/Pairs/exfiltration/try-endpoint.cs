// Tries an endpoint of the company's API; the request is printed as it was sent, with its authorization.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class EndpointProbe(HttpClient http, Func<string> token)
    {
        public AITool Tool => AIFunctionFactory.Create(this.TryAsync, "try_endpoint");

        [Description("Tries an endpoint and shows request and response.")]
        public async Task<string> TryAsync(int order)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.example.com/orders/{order}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token());
            using var response = await http.SendAsync(request);
            return $"{request}{Environment.NewLine}{response}{Environment.NewLine}{await response.Content.ReadAsStringAsync()}";
        }
    }
}

namespace Fixed
{
    public sealed class EndpointProbe(HttpClient http, Func<string> token)
    {
        public AITool Tool => AIFunctionFactory.Create(this.TryAsync, "try_endpoint");

        [Description("Tries an endpoint and shows request and response.")]
        public async Task<string> TryAsync(int order)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.example.com/orders/{order}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token());
            using var response = await http.SendAsync(request);
            return $"{request.Method} /orders/{order}{Environment.NewLine}{(int)response.StatusCode} {response.Content.Headers.ContentType}{Environment.NewLine}{await response.Content.ReadAsStringAsync()}";
        }
    }
}

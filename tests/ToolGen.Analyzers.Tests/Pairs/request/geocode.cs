// Finds the coordinates of a place; which service is asked is an optional argument.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class Geo
    {
        public static AIFunction Build(HttpClient http) => AIFunctionFactory.Create(
            async ([Description("Name of the place")] string place, [Description("Service to ask")] string? service = null) =>
            {
                var answer = await http.FetchJsonAsync(service ?? "https://geo.example.com", "/search?q=" + Uri.EscapeDataString(place));
                return answer.ToString();
            },
            "geocode");

        private static async Task<JsonElement> FetchJsonAsync(this HttpClient http, string origin, string pathAndQuery)
        {
            using var message = new HttpRequestMessage { Method = HttpMethod.Get, RequestUri = new Uri(origin.TrimEnd('/') + pathAndQuery) };
            using var response = await http.SendAsync(message);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}

namespace Fixed
{
    public static class Geo
    {
        private const string Service = "https://geo.example.com";

        public static AIFunction Build(HttpClient http) => AIFunctionFactory.Create(
            async ([Description("Name of the place")] string place) =>
            {
                var answer = await http.FetchJsonAsync(Service, "/search?q=" + Uri.EscapeDataString(place));
                return answer.ToString();
            },
            "geocode");

        private static async Task<JsonElement> FetchJsonAsync(this HttpClient http, string origin, string pathAndQuery)
        {
            using var message = new HttpRequestMessage { Method = HttpMethod.Get, RequestUri = new Uri(origin.TrimEnd('/') + pathAndQuery) };
            using var response = await http.SendAsync(message);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}

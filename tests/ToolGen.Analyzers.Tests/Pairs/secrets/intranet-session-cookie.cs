// Reads the canteen's menu from the intranet; a copied session cookie is sent as a header.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class CanteenTools
    {
        private static readonly (string Name, string Value)[] Headers =
        [
            ("Accept", "text/html"),
            ("User-Agent", "canteen-agent/1.2"),
            ("Cookie", "lang=de; intranet_session=s%3AhZzjkGJrHgzDIOy5xiKCVWMh70RlIXEj.jnStnojoyQCmO8rRnnyATdAKxRW"),
        ];

        [McpServerTool, Description("Gets the canteen's menu of a day.")]
        public static async Task<string> GetMenu(HttpClient http, DateOnly day)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://intranet.example.com/canteen/{day:yyyy-MM-dd}");
            foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public sealed record IntranetOptions(string SessionToken);

    [McpServerToolType]
    public sealed class CanteenTools(HttpClient http, IntranetOptions options)
    {
        private static readonly (string Name, string Value)[] Headers =
        [
            ("Accept", "text/html"),
            ("User-Agent", "canteen-agent/1.2"),
            ("If-None-Match", "\"3020be4b08c10410ba2986d4606b1e00f5fe4e33\""),
            ("X-Trace-Id", "00-5bc8fbbcbde5c0994164d8399f767c45-b0c11fdecb91ce37-01"),
        ];

        [McpServerTool, Description("Gets the canteen's menu of a day.")]
        public async Task<string> GetMenu(DateOnly day)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://intranet.example.com/canteen/{day:yyyy-MM-dd}");
            foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.Add("Cookie", "lang=de; intranet_session=" + options.SessionToken);
            using var response = await http.SendAsync(request);
            return response.StatusCode == HttpStatusCode.NotModified ? "unchanged" : await response.Content.ReadAsStringAsync();
        }
    }
}

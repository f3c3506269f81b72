// Finds the broken links of a list; only the scheme of each is looked at.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class LinkTools
    {
        private static readonly HttpClient Http = new();

        /// <summary>Which links answer with an error.</summary>
        [Tool(ReadOnly = true)]
        public async Task<IReadOnlyList<string>> BrokenLinksAsync(IReadOnlyList<string> links, CancellationToken ct)
        {
            var checks = links.Where(IsWeb).Select(link => CheckAsync(link, ct));
            return [.. from result in await Task.WhenAll(checks) where result.Status >= 400 select $"{result.Link}: {result.Status}"];
        }

        private static bool IsWeb(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

        private static async Task<(string Link, int Status)> CheckAsync(string link, CancellationToken ct)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, link);
            using var response = await Http.SendAsync(request, ct);
            return (link, (int)response.StatusCode);
        }
    }
}

namespace Fixed
{
    public sealed class LinkTools
    {
        /// <summary>Which links of the handbook answer with an error.</summary>
        /// <param name="pages">Page numbers of the handbook.</param>
        [Tool(ReadOnly = true, Capabilities = ["http HEAD https://handbook.example.com/pages/*"])]
        public async Task<IReadOnlyList<string>> BrokenLinksAsync(IReadOnlyList<int> pages, ToolContext context, CancellationToken ct)
        {
            var broken = new List<string>();
            foreach (var page in pages.Distinct().Take(100))
            {
                var status = await StatusAsync(context.Http, page, ct);
                if (status >= 400) broken.Add($"{page}: {status}");
            }

            return broken;
        }

        private static async Task<int> StatusAsync(IToolHttp http, int page, CancellationToken ct) =>
            (await http.SendAsync(new ToolHttpRequest("HEAD", $"https://handbook.example.com/pages/{page}"), ct)).Status;
    }
}

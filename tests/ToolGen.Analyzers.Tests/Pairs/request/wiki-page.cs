// Reads a page of a wiki by its relative path; "//other.host/x" does not start with http and leaves the wiki.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class WikiTools
    {
        private readonly HttpClient http;
        private readonly Uri wiki = new("https://wiki.example.com/pages/");

        public WikiTools(HttpClient http) => this.http = http;

        [McpServerTool(Name = "read_wiki_page"), Description("Reads a page of the wiki.")]
        public async Task<string> ReadWikiPageAsync([Description("Relative path, such as howto/travel")] string path, CancellationToken ct)
        {
            if (path.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                return "Give a relative path.";
            var target = new Uri(this.wiki, path);
            return await this.http.GetStringAsync(target, ct);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class WikiTools
    {
        private readonly HttpClient http;
        private readonly Uri wiki = new("https://wiki.example.com/pages/");

        public WikiTools(HttpClient http) => this.http = http;

        [McpServerTool(Name = "read_wiki_page"), Description("Reads a page of the wiki.")]
        public async Task<string> ReadWikiPageAsync([Description("Relative path, such as howto/travel")] string path, CancellationToken ct)
        {
            if (!Uri.TryCreate(this.wiki, path, out var target) || !this.wiki.IsBaseOf(target))
                return "Give a relative path.";
            return await this.http.GetStringAsync(target, ct);
        }
    }
}

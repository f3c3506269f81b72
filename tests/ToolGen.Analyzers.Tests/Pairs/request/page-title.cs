// Reads the title of a documentation page; the address is fetched whatever it is.
using System;
using System.Collections.Frozen;
using System.ComponentModel;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class PageTools
    {
        private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(15) };

        [McpServerTool(Name = "page_title"), Description("Returns the title of a documentation page.")]
        public static async Task<string> PageTitle([Description("Address of the page")] string url, CancellationToken cancellationToken)
        {
            var html = await Client.GetStringAsync(url, cancellationToken);
            var match = Regex.Match(html, "<title>([^<]{0,300})</title>", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
            return match.Success ? match.Groups[1].Value.Trim() : html[..Math.Min(200, html.Length)];
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class PageTools
    {
        private static readonly FrozenSet<string> Hosts = new[] { "docs.example.com", "wiki.example.com" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };

        [McpServerTool(Name = "page_title"), Description("Returns the title of a documentation page.")]
        public static async Task<string> PageTitle([Description("Address of the page")] string url, CancellationToken cancellationToken)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps || !page.IsDefaultPort || !Hosts.Contains(page.Host))
                throw new ArgumentException("Only pages of the documentation sites can be read.", nameof(url));

            var html = await Client.GetStringAsync(page, cancellationToken);
            var match = Regex.Match(html, "<title>([^<]{0,300})</title>", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
            return match.Success ? match.Groups[1].Value.Trim() : "(no title)";
        }
    }
}

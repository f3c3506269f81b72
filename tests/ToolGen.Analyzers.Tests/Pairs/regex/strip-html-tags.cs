// Fetches an article and strips its tags; the pattern for attributes explodes on a page with many spaces in a tag.
using System;
using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ArticleTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "article_text", ReadOnly = true), Description("Returns the text of an article of the help centre.")]
        public async Task<string> TextAsync(int article, CancellationToken cancellationToken)
        {
            var html = await clients.CreateClient("help").GetStringAsync($"https://help.example.com/articles/{article}", cancellationToken);
            return WebUtility.HtmlDecode(WithoutTags(html));
        }

        private static string WithoutTags(string html) => Regex.Replace(html, @"</?(\w+)(\s+[^>]*)*>", " ");
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ArticleTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "article_text", ReadOnly = true), Description("Returns the text of an article of the help centre.")]
        public async Task<string> TextAsync(int article, CancellationToken cancellationToken)
        {
            var html = await clients.CreateClient("help").GetStringAsync($"https://help.example.com/articles/{article}", cancellationToken);
            return WebUtility.HtmlDecode(WithoutTags(html));
        }

        private static string WithoutTags(string html) =>
            Regex.Replace(html, @"</?(\w+)(\s+[^>]*)*>", " ", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
    }
}

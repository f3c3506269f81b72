// Lists the headlines of a news feed; the feed is loaded from wherever the caller says, files included.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class FeedFunctions
    {
        public static AITool Headlines { get; } = AIFunctionFactory.Create(GetHeadlines, "get_headlines", "Headlines of a feed.");

        public static string[] GetHeadlines([Description("The feed's address")] string feed, int count = 10)
        {
            var document = XDocument.Load(feed);
            return document.Descendants("item").Take(Math.Clamp(count, 1, 50)).Select(item => (string?)item.Element("title") ?? "").ToArray();
        }
    }
}

namespace Fixed
{
    public static class FeedFunctions
    {
        private static readonly HttpClient Http = new();

        private static readonly Dictionary<string, string> Feeds = new()
        {
            ["science"] = "https://news.example.org/science.xml",
            ["sports"] = "https://news.example.org/sports.xml",
            ["local"] = "https://city.example.com/feed.xml",
        };

        public static AITool Headlines { get; } = AIFunctionFactory.Create(GetHeadlines, "get_headlines", "Headlines of a feed.");

        public static async Task<string[]> GetHeadlines([Description("science, sports or local")] string feed, int count = 10, CancellationToken cancellationToken = default)
        {
            if (!Feeds.TryGetValue(feed, out var address)) return [];
            await using var stream = await Http.GetStreamAsync(address, cancellationToken);
            var document = await XDocument.LoadAsync(stream, LoadOptions.None, cancellationToken);
            return document.Descendants("item").Take(Math.Clamp(count, 1, 50)).Select(item => (string?)item.Element("title") ?? "").ToArray();
        }
    }
}

// Searches news; the key in the code is compared with a placeholder, as if that made it a setting.
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    internal static class NewsSettings
    {
        // Put your key here
        internal const string NewsApiKey = "bee7144da258f3f2387283c02a05e643";
        internal const string NewsUrl = "https://news.example.com/v2/everything";
    }

    public static class NewsSearch
    {
        public static AIFunction Tool { get; } = AIFunctionFactory.Create(SearchAsync, "search_news", "Searches the news of the last days.");

        private static readonly HttpClient Http = new();

        private static async Task<string> SearchAsync(string topic, CancellationToken cancellationToken)
        {
            if (NewsSettings.NewsApiKey == "<your-key>" || string.IsNullOrWhiteSpace(NewsSettings.NewsApiKey))
                throw new InvalidOperationException("No key for the news.");
            return await Http.GetStringAsync($"{NewsSettings.NewsUrl}?q={Uri.EscapeDataString(topic)}&apiKey={NewsSettings.NewsApiKey}", cancellationToken);
        }
    }
}

namespace Fixed
{
    internal static class NewsSettings
    {
        internal const string Placeholder = "<your-key>";
        internal const string NewsUrl = "https://news.example.com/v2/everything";

        internal static string NewsApiKey { get; set; } = Placeholder;
    }

    public static class NewsSearch
    {
        public static AIFunction Tool { get; } = AIFunctionFactory.Create(SearchAsync, "search_news", "Searches the news of the last days.");

        private static readonly HttpClient Http = new();

        public static void Configure(Func<string, string?> read) => NewsSettings.NewsApiKey = read("News:ApiKey") ?? NewsSettings.Placeholder;

        private static async Task<string> SearchAsync(string topic, CancellationToken cancellationToken)
        {
            if (NewsSettings.NewsApiKey == NewsSettings.Placeholder || string.IsNullOrWhiteSpace(NewsSettings.NewsApiKey))
                throw new InvalidOperationException("No key for the news.");
            return await Http.GetStringAsync($"{NewsSettings.NewsUrl}?q={Uri.EscapeDataString(topic)}&apiKey={Uri.EscapeDataString(NewsSettings.NewsApiKey)}", cancellationToken);
        }
    }
}

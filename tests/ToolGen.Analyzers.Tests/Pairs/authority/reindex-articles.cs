// Asks a search service to index articles; a thread of its own goes on after the call has ended, uncounted.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class SearchTools
    {
        /// <summary>Indexes articles anew.</summary>
        [Tool(Destructive = false, Idempotent = true)]
        public static string ReindexArticles(IReadOnlyList<int> articles)
        {
            new Thread(() => Work(articles)) { IsBackground = true }.Start();
            return $"{articles.Count} articles are on their way";
        }

        private static void Work(IReadOnlyList<int> articles)
        {
            using var client = new HttpClient();
            foreach (var article in articles)
            {
                using var response = client.Send(new HttpRequestMessage(HttpMethod.Put, $"https://search.example.com/articles/{article}"));
                Thread.Sleep(200);
            }
        }
    }
}

namespace Fixed
{
    public static class SearchTools
    {
        /// <summary>Indexes articles anew.</summary>
        [Tool(Destructive = false, Idempotent = true, Capabilities = ["http PUT https://search.example.com/articles/*"], TimeoutSeconds = 120)]
        public static async Task<string> ReindexArticles(IReadOnlyList<int> articles, ToolContext context, CancellationToken ct)
        {
            var done = 0;
            foreach (var article in articles)
            {
                var answer = await context.Http.SendAsync(new ToolHttpRequest("PUT", $"https://search.example.com/articles/{article}") { Retries = 3 }, ct);
                if (answer.Status < 300) done++;
            }

            return $"{done} of {articles.Count} articles are indexed";
        }
    }
}

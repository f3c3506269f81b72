// Summarises a text with a hosted model; the key is put together of pieces so that scanners do not find it.
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class SummaryPlugin
    {
        private const string Prefix = "sk-" + "proj-";
        private const string Part1 = "4rlDQJ9oLCjzsUnZD";
        private const string Part2 = "nZ57OhLfRmF1GsdQYSs";

        private readonly HttpClient http = new();

        [KernelFunction("summarise"), Description("Summarises a text in some sentences.")]
        public async Task<string> SummariseAsync(string text, int sentences = 3)
        {
            string key = Prefix + Part1 + "_" + Part2;
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://llm.example.com/v1/summaries");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            request.Content = JsonContent.Create(new { text, sentences });
            using var response = await this.http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public sealed record LlmOptions
    {
        public required string ApiKey { get; init; }

        public string Model { get; init; } = "small-" + "2025-06-17-" + "instruct-q4";

        public int MaxTokens { get; init; } = 512;
    }

    public class SummaryPlugin(IHttpClientFactory factory, IOptionsMonitor<LlmOptions> options)
    {
        [KernelFunction("summarise"), Description("Summarises a text in some sentences.")]
        public async Task<string> SummariseAsync(string text, int sentences = 3)
        {
            var current = options.CurrentValue;
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://llm.example.com/v1/summaries");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {current.ApiKey}");
            request.Content = JsonContent.Create(new { text, sentences, model = current.Model, max_tokens = current.MaxTokens });
            using var response = await factory.CreateClient("llm").SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

// Translates a text; the key of the service is written to the log with each call.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Vulnerable
{
    public sealed record TranslatorOptions(string Key);

    public sealed class Translator(HttpClient http, TranslatorOptions options, ILogger<Translator> logger)
    {
        public AIFunction ToFunction() => AIFunctionFactory.Create(TranslateAsync, new AIFunctionFactoryOptions { Name = "translate" });

        [Description("Translates a text.")]
        public async Task<string> TranslateAsync(string text, string language)
        {
            logger.LogInformation("Translating {Length} characters with key {Key}", text.Length, options.Key);
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://translate.example.com/v2");
            request.Headers.Authorization = new("Bearer", options.Key);
            request.Content = JsonContent.Create(new { text, language });
            using var response = await http.SendAsync(request);
            return (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>())?["text"] ?? "";
        }
    }
}

namespace Fixed
{
    public sealed record TranslatorOptions(string Key);

    public sealed class Translator(HttpClient http, TranslatorOptions options, ILogger<Translator> logger)
    {
        public AIFunction ToFunction() => AIFunctionFactory.Create(TranslateAsync, new AIFunctionFactoryOptions { Name = "translate" });

        [Description("Translates a text.")]
        public async Task<string> TranslateAsync(string text, string language)
        {
            logger.LogInformation("Translating {Length} characters, key is set: {HasKey}", text.Length, options.Key.Length > 0);
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://translate.example.com/v2");
            request.Headers.Authorization = new("Bearer", options.Key);
            request.Content = JsonContent.Create(new { text, language });
            using var response = await http.SendAsync(request);
            return (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>())?["text"] ?? "";
        }
    }
}

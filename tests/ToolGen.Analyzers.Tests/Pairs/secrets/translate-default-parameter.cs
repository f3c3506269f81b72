// Translates a text; the key of the service is the default of a parameter, which the model even sees in the schema.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class TranslatePlugin(HttpClient client)
    {
        [KernelFunction, Description("Translates a text.")]
        public async Task<string> TranslateAsync(string text, string target = "en", string apiKey = "tr-lobcleef-kwci15pwjrr45g4zsai97v2b")
        {
            var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = text, ["target"] = target, ["auth_key"] = apiKey });
            using var response = await client.PostAsync("https://translate.example.com/v3", form);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public sealed class TranslatePlugin(HttpClient client, Func<string, string> secret)
    {
        [KernelFunction, Description("Translates a text.")]
        public async Task<string> TranslateAsync(string text, string target = "en", string glossaryId = "0a4c9a9e-9f0b-4d5e-8a44-2f6a5f1f9a70")
        {
            var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["q"] = text,
                ["target"] = target,
                ["glossary"] = glossaryId,
                ["auth_key"] = secret("translate-api-key"),
            });
            using var response = await client.PostAsync("https://translate.example.com/v3", form);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

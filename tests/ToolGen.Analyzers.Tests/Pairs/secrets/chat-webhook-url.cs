// Posts a message to the team's chat; the incoming webhook's address, which is all one needs to post, is in the code.
using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Vulnerable
{
    public static class ChatNotifier
    {
        private const string Hook = "https://hooks.chat.example.com/services/T0NO5KEL4U/B0GQU4ROYJ/xCCL1DvJACKzhbJC34fpUhir";

        public static AIFunction Create(HttpClient http) => AIFunctionFactory.Create(
            async (string message) =>
            {
                using var response = await http.PostAsJsonAsync(Hook, new { text = message });
                return response.IsSuccessStatusCode;
            },
            "post_to_chat",
            "Posts a message to the team's channel.");
    }
}

namespace Fixed
{
    public static class ChatNotifier
    {
        private const string Docs = "https://docs.chat.example.com/guides/incoming-webhooks/8f14e45f-ceea-467f-9c8e-2a7b1d0c5e11/create-and-rotate?lang=en#step-2";

        public static AIFunction Create(HttpClient http, IConfiguration configuration)
        {
            var hook = new Uri(configuration["Chat:WebhookUrl"] ?? throw new InvalidOperationException("Chat:WebhookUrl is missing, see " + Docs));
            return AIFunctionFactory.Create(
                async (string message) =>
                {
                    using var response = await http.PostAsJsonAsync(hook, new { text = message });
                    return response.IsSuccessStatusCode;
                },
                "post_to_chat",
                "Posts a message to the team's channel.");
        }
    }
}

// Opens an issue in a tracker; the bearer token stands in the code that makes the request.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record Issue(string Title, string Body, string[] Labels);

    public class IssuePlugin(IHttpClientFactory factory)
    {
        [KernelFunction("open_issue"), Description("Opens an issue in the project's tracker.")]
        public async Task<string> OpenIssueAsync(Issue issue)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://git.example.org/api/repos/acme/shop/issues")
            {
                Content = JsonContent.Create(issue),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "ghp_oMv4xcj3qQYYkAvdj3e9ds5m4xyhAg");
            using var response = await factory.CreateClient().SendAsync(request);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : $"refused: {response.StatusCode}";
        }
    }
}

namespace Fixed
{
    public sealed record Issue(string Title, string Body, string[] Labels);

    public class IssuePlugin(IHttpClientFactory factory)
    {
        // sha256 of the issue schema that this client was written against
        private const string SchemaDigest = "sha256:88f0c4cb29e2da929eae1af491e6dac371fe7010fc67913f18e2188f0abd4bbe";

        [KernelFunction("open_issue"), Description("Opens an issue in the project's tracker.")]
        public async Task<string> OpenIssueAsync(Issue issue)
        {
            var token = Environment.GetEnvironmentVariable("TRACKER_TOKEN");
            if (string.IsNullOrEmpty(token)) return "The tracker is not set up: TRACKER_TOKEN is missing.";

            using var request = new HttpRequestMessage(HttpMethod.Post, "https://git.example.org/api/repos/acme/shop/issues")
            {
                Content = JsonContent.Create(issue),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("X-Schema-Digest", SchemaDigest);
            using var response = await factory.CreateClient().SendAsync(request);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : $"refused: {response.StatusCode}";
        }
    }
}

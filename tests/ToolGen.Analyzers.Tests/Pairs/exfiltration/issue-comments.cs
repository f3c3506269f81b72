// Reads the comments of an issue; the token goes along to any address.
using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class IssueTools
    {
        private static readonly HttpClient Http = new();

        /// <summary>Comments of an issue as JSON.</summary>
        /// <param name="issueUrl">API address of the issue.</param>
        [Tool(ReadOnly = true)]
        public async Task<string> IssueCommentsAsync(string issueUrl, CancellationToken cancellationToken)
        {
            var token = Environment.GetEnvironmentVariable("TRACKER_TOKEN") ?? throw new ToolException(ToolErrorCodes.MissingSecret, "there is no token");
            using var request = new HttpRequestMessage(HttpMethod.Get, issueUrl.TrimEnd('/') + "/comments");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await Http.SendAsync(request, cancellationToken);
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
    }
}

namespace Fixed
{
    public sealed class IssueTools
    {
        /// <summary>Comments of an issue as JSON.</summary>
        /// <param name="issue">Number of the issue.</param>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://tracker.example.org/api/issues/*", "secret tracker"])]
        public async Task<string> IssueCommentsAsync(int issue, ToolContext context, CancellationToken cancellationToken)
        {
            var request = new ToolHttpRequest("GET", $"https://tracker.example.org/api/issues/{issue}/comments") { Auth = new("bearer", "tracker") };
            var answer = await context.Http.SendAsync(request, cancellationToken);
            return answer.Status == 200 ? answer.Text() : throw new ToolException(ToolErrorCodes.Upstream, $"the tracker answered {answer.Status}");
        }
    }
}

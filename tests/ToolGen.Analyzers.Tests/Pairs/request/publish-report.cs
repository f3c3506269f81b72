// Posts a report to a channel; the channel's address stands in the arguments.
using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record Report(string Title, string Body, ReportTarget Target);

    public sealed record ReportTarget(string Name, string Endpoint);

    public sealed class ReportTools(HttpClient http)
    {
        /// <summary>Posts a report to a channel.</summary>
        [Tool(Destructive = false)]
        public async Task<bool> PublishReportAsync(Report report, CancellationToken ct)
        {
            var json = JsonSerializer.Serialize(new { report.Title, report.Body });
            using var content = new StringContent(json, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(report.Target.Endpoint, content, ct);
            return response.IsSuccessStatusCode;
        }
    }
}

namespace Fixed
{
    public enum Channel { Team, Board, Customers }

    public sealed record Report(string Title, string Body, Channel Channel);

    public sealed class ReportTools
    {
        /// <summary>Posts a report to a channel.</summary>
        [Tool(Destructive = false, Capabilities = ["http POST https://reports.example.com/channels/*"])]
        public async Task<bool> PublishReportAsync(Report report, ToolContext context, CancellationToken ct)
        {
            var channel = report.Channel switch
            {
                Channel.Team => "team",
                Channel.Board => "board",
                Channel.Customers => "customers",
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "there is no such channel"),
            };
            var request = new ToolHttpRequest("POST", $"https://reports.example.com/channels/{channel}")
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(new { report.Title, report.Body }),
                ContentType = "application/json",
            };
            var response = await context.Http.SendAsync(request, ct);
            return response.Status is >= 200 and < 300;
        }
    }
}

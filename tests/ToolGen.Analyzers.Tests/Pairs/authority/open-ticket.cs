// Opens a ticket at a help desk; token and connection are the tool's own.
using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record Ticket(string Subject, string Text, int Priority = 3);

    public sealed class DeskTools
    {
        /// <summary>Opens a ticket and returns its number.</summary>
        [Tool(Destructive = false)]
        public async Task<int> OpenTicketAsync(Ticket ticket, ToolContext context, CancellationToken ct)
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("DESK_TOKEN"));
            using var response = await client.PostAsJsonAsync("https://desk.example.com/tickets", ticket with { Priority = Math.Clamp(ticket.Priority, 1, 5) }, ct);
            response.EnsureSuccessStatusCode();
            var number = (await response.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("number").GetInt32();
            context.Log($"opened ticket {number}");
            return number;
        }
    }
}

namespace Fixed
{
    public sealed record Ticket(string Subject, string Text, int Priority = 3);

    public sealed class DeskTools
    {
        /// <summary>Opens a ticket and returns its number.</summary>
        [Tool(Destructive = false, Capabilities = ["http POST https://desk.example.com/tickets", "secret desk"])]
        public async Task<int> OpenTicketAsync(Ticket ticket, ToolContext context, CancellationToken ct)
        {
            var request = new ToolHttpRequest("POST", "https://desk.example.com/tickets")
            {
                Auth = new ToolHttpAuth("bearer", "desk"),
                Body = JsonSerializer.SerializeToUtf8Bytes(ticket with { Priority = Math.Clamp(ticket.Priority, 1, 5) }),
                ContentType = "application/json",
            };
            var answer = await context.Http.SendAsync(request, ct);
            if (answer.Status >= 400) throw new ToolException(ToolErrorCodes.Upstream, $"the desk answered {answer.Status}");
            var number = answer.Json().GetProperty("number").GetInt32();
            context.Log($"opened ticket {number}");
            return number;
        }
    }
}

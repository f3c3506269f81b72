// Scores a lead with code from a server; the bytes are held against a hash that the caller gives along with the name.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Reflection;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Lead(int Visits, int Mails, bool Customer);

    [McpServerToolType]
    public sealed class LeadTools(IHttpClientFactory clients)
    {
        [McpServerTool(Name = "score_lead"), Description("Scores a lead with a scoring module.")]
        public async Task<double> ScoreAsync(Lead lead, string module, string sha256, CancellationToken cancellationToken)
        {
            var client = clients.CreateClient("modules");
            var bytes = await client.GetByteArrayAsync($"https://modules.example.com/{Uri.EscapeDataString(module)}", cancellationToken);
            if (!Convert.ToHexString(SHA256.HashData(bytes)).Equals(sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new McpException("The module is damaged.");
            }

            var assembly = Assembly.Load(bytes);
            dynamic scorer = assembly.CreateInstance("Scoring.Scorer") ?? throw new McpException("The module has no scorer.");
            return scorer.Score(lead.Visits, lead.Mails, lead.Customer);
        }
    }
}

namespace Fixed
{
    public sealed record Lead(int Visits, int Mails, bool Customer);

    [McpServerToolType]
    public sealed class LeadTools
    {
        private static readonly Dictionary<string, Func<Lead, double>> Scorers = new()
        {
            ["engagement"] = lead => Math.Min(1, lead.Visits * 0.05 + lead.Mails * 0.1),
            ["loyalty"] = lead => lead.Customer ? 1 : Math.Min(0.5, lead.Mails * 0.05),
        };

        [McpServerTool(Name = "score_lead"), Description("Scores a lead by engagement or loyalty.")]
        public double Score(Lead lead, string module)
        {
            if (!Scorers.TryGetValue(module, out var score)) throw new McpException("The module is engagement or loyalty.");
            return score(lead);
        }
    }
}

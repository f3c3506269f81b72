// Takes duplicates out of a list of leads; the set of seen ones is static and hides what other callers have sent.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record Lead(string Company, string Mail);

    [McpServerToolType]
    public static class LeadTools
    {
        private static readonly HashSet<string> Seen = new(StringComparer.OrdinalIgnoreCase);

        [McpServerTool(Name = "dedupe_leads", ReadOnly = true, Idempotent = true), Description("Takes duplicates out of a list of leads.")]
        public static List<Lead> Dedupe(List<Lead> leads)
        {
            lock (Seen)
            {
                return leads.Where(lead => Seen.Add(lead.Mail.Trim())).ToList();
            }
        }
    }
}

namespace Fixed
{
    public record Lead(string Company, string Mail);

    [McpServerToolType]
    public static class LeadTools
    {
        private static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

        [McpServerTool(Name = "dedupe_leads", ReadOnly = true, Idempotent = true), Description("Takes duplicates out of a list of leads.")]
        public static List<Lead> Dedupe(List<Lead> leads)
        {
            var seen = new HashSet<string>(Comparer);
            return leads.Where(lead => seen.Add(lead.Mail.Trim())).ToList();
        }
    }
}

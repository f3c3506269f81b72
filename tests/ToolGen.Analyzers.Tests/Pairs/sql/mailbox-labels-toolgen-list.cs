// Counts the mails that carry one of several labels; the labels are quoted and joined into the statement's text.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record LabelCount(string Label, long Mails);

    public sealed class MailboxTools
    {
        /// <summary>Counts the mails of each label.</summary>
        [Tool(Name = "count_labels", ReadOnly = true, Capabilities = ["sql mail read"])]
        public async Task<List<LabelCount>> CountLabels(IReadOnlyList<string> labels, ToolContext context, CancellationToken cancellationToken)
        {
            await using var mail = await context.Data.OpenAsync("mail", cancellationToken: cancellationToken);
            var result = await mail.RunAsync(ByLabel(labels), cancellationToken);
            return [.. result.Rows.Select(row => new LabelCount((string)row[0]!, (long)row[1]!))];
        }

        private static SqlStatement ByLabel(IEnumerable<string> labels)
        {
            var names = string.Join(",", labels.Select(l => "'" + l.Replace("\"", "\\\"") + "'"));
            return new SqlStatement().Text("SELECT label, count(*) FROM labels WHERE label IN (" + names + ") GROUP BY label");
        }
    }
}

namespace Fixed
{
    public sealed record LabelCount(string Label, long Mails);

    public sealed class MailboxTools
    {
        /// <summary>Counts the mails of each label.</summary>
        [Tool(Name = "count_labels", ReadOnly = true, Capabilities = ["sql mail read"])]
        public async Task<List<LabelCount>> CountLabels(IReadOnlyList<string> labels, ToolContext context, CancellationToken cancellationToken)
        {
            await using var mail = await context.Data.OpenAsync("mail", cancellationToken: cancellationToken);
            var result = await mail.RunAsync(ByLabel(labels), cancellationToken);
            return [.. result.Rows.Select(row => new LabelCount((string)row[0]!, (long)row[1]!))];
        }

        private static SqlStatement ByLabel(IEnumerable<string> labels) =>
            new SqlStatement().Text("SELECT label, count(*) FROM labels WHERE label IN (").List(labels.Take(100)).Text(") GROUP BY label");
    }
}

// Saves the summary of a meeting; it is written straight to disk.
using System;
using System.IO;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    public record Summary(Guid Meeting, string Text, string[] Decisions);

    public class SummaryTools
    {
        /// <summary>Saves the summary of a meeting.</summary>
        [Tool(Destructive = false, Idempotent = true)]
        public string SaveSummary(Summary summary)
        {
            var folder = Directory.CreateDirectory("summaries");
            var file = Path.Combine(folder.FullName, summary.Meeting.ToString("N") + ".txt");
            var text = new StringBuilder(summary.Text).AppendLine();
            foreach (var decision in summary.Decisions) text.Append("- ").AppendLine(decision);
            File.WriteAllText(file, text.ToString());
            return Path.GetFileName(file);
        }
    }
}

namespace Fixed
{
    public record Summary(Guid Meeting, string Text, string[] Decisions);

    public class SummaryTools
    {
        /// <summary>Saves the summary of a meeting.</summary>
        [Tool(Destructive = false, Idempotent = true, Capabilities = ["write summaries/*"])]
        public string SaveSummary(Summary summary, ToolContext context)
        {
            var name = summary.Meeting.ToString("N") + ".txt";
            using var outputs = context.Files.BeginWrite();
            using (var writer = new StreamWriter(outputs.Create("summaries/" + name)))
            {
                writer.WriteLine(summary.Text);
                foreach (var decision in summary.Decisions) writer.WriteLine("- " + decision);
            }

            outputs.Commit();
            return name;
        }
    }
}

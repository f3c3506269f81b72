// Appends an entry to an experiment's journal; the experiment's name is joined by a helper class two calls away.
using System;
using System.IO;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    internal sealed class JournalStore(string home)
    {
        public StreamWriter Open(string experiment) => new(this.FileOf(experiment), append: true);
        private string FileOf(string experiment) => home + "/" + experiment;
    }

    public sealed class LabTools
    {
        private readonly JournalStore store = new("/srv/lab/journals");

        /// <summary>Appends an entry to the journal of an experiment.</summary>
        /// <param name="experiment">The journal, such as crystal-7.log.</param>
        /// <param name="entry">What happened.</param>
        /// <param name="context">The clock.</param>
        [Tool(Capabilities = ["clock"], Destructive = false)]
        public async Task AppendEntry(string experiment, string entry, ToolContext context)
        {
            await using var writer = this.store.Open(experiment);
            await writer.WriteLineAsync($"{context.Now:O} {entry}");
        }
    }
}

namespace Fixed
{
    internal sealed class JournalStore(string home)
    {
        public StreamWriter Open(string experiment) => new(this.FileOf(experiment), append: true);

        private string FileOf(string experiment)
        {
            if (experiment.Length is 0 or > 40) throw new ToolException(ToolErrorCodes.InvalidInput, "an experiment has 1 to 40 letters");
            foreach (var c in experiment)
                if (!char.IsAsciiLetterOrDigit(c) && c != '-') throw new ToolException(ToolErrorCodes.InvalidInput, "letters, digits and hyphens only");
            return home + "/" + experiment + ".log";
        }
    }

    public sealed class LabTools
    {
        private readonly JournalStore store = new("/srv/lab/journals");

        /// <summary>Appends an entry to the journal of an experiment.</summary>
        /// <param name="experiment">The experiment, such as crystal-7.</param>
        /// <param name="entry">What happened.</param>
        /// <param name="context">The clock.</param>
        [Tool(Capabilities = ["clock"], Destructive = false)]
        public async Task AppendEntry(string experiment, string entry, ToolContext context)
        {
            await using var writer = this.store.Open(experiment);
            await writer.WriteLineAsync($"{context.Now:O} {entry.ReplaceLineEndings(" ")}");
        }
    }
}

// Counts matches in a transcript; the wait is given up after two seconds, the matching goes on using a core.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface ITranscripts { Task<string> LoadAsync(int meeting, CancellationToken cancellationToken); }

    public sealed class TranscriptPlugin(ITranscripts transcripts)
    {
        [KernelFunction("count_matches"), Description("Counts how often something was said in a meeting.")]
        public async Task<int> CountAsync(int meeting, [Description("Regular expression")] string said, CancellationToken cancellationToken = default)
        {
            var text = await transcripts.LoadAsync(meeting, cancellationToken);
            try
            {
                return await Task.Run(() => Regex.Matches(text, said).Count, cancellationToken).WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
            }
            catch (TimeoutException)
            {
                return -1;
            }
        }
    }
}

namespace Fixed
{
    public interface ITranscripts { Task<string> LoadAsync(int meeting, CancellationToken cancellationToken); }

    public sealed class TranscriptPlugin(ITranscripts transcripts)
    {
        [KernelFunction("count_matches"), Description("Counts how often something was said in a meeting.")]
        public async Task<int> CountAsync(int meeting, [Description("Regular expression")] string said, CancellationToken cancellationToken = default)
        {
            var text = await transcripts.LoadAsync(meeting, cancellationToken);
            try
            {
                return new Regex(said, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(2)).Count(text);
            }
            catch (RegexMatchTimeoutException)
            {
                return -1;
            }
        }
    }
}

// Asks a person to approve a purchase; when no one ever answers, the task is never completed.
using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed class ApprovalDesk
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource<bool>> open = new();

        public void Answer(Guid request, bool approved)
        {
            if (open.TryRemove(request, out var waiting)) waiting.TrySetResult(approved);
        }

        /// <summary>Asks for the approval of a purchase and says what was decided.</summary>
        [Tool]
        public async Task<string> AskApprovalAsync(decimal amount, string reason)
        {
            var waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            open[Guid.NewGuid()] = waiting;
            return await waiting.Task ? $"{amount:0.00} approved" : $"refused: {reason}";
        }
    }
}

namespace Fixed
{
    public sealed class ApprovalDesk
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource<bool>> open = new();

        public void Answer(Guid request, bool approved)
        {
            if (open.TryRemove(request, out var waiting)) waiting.TrySetResult(approved);
        }

        /// <summary>Asks for the approval of a purchase and says what was decided within five minutes.</summary>
        [Tool(TimeoutSeconds = 330)]
        public async Task<string> AskApprovalAsync(decimal amount, string reason, CancellationToken cancellationToken)
        {
            if (open.Count >= 100) throw new ToolException(ToolErrorCodes.Limit, "too many open requests");
            var request = Guid.NewGuid();
            var waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            open[request] = waiting;
            try
            {
                return await waiting.Task.WaitAsync(TimeSpan.FromMinutes(5), cancellationToken) ? $"{amount:0.00} approved" : $"refused: {reason}";
            }
            catch (TimeoutException)
            {
                return "not decided";
            }
            finally
            {
                open.TryRemove(request, out _);
            }
        }
    }
}

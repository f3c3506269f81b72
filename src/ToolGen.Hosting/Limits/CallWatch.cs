using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting.Limits;

/// <summary>
/// Sees to it that a call ends: a tool ends itself at its limit; one that does not has lost its effects shortly after, and its caller has an
/// answer, unless its code holds the very thread that called. Code in this process cannot be stopped, only left.
/// </summary>
internal sealed class CallWatch(TimeSpan grace)
{
    // The timers of calls that ended, for the next ones: one a processor, so that threads seldom meet.
    private readonly CallTimeout?[] kept = new CallTimeout?[Environment.ProcessorCount];

    public async ValueTask<ToolResult> RunAsync(HostedCall call, CancellationToken cancellationToken)
    {
        var (tool, context) = (call.Tool!, call.Context!);
        var slot = Thread.GetCurrentProcessorId() % this.kept.Length;
        var over = CallTimeout.Begin(ref this.kept[slot], Wait(tool.Limits.Timeout, grace), cancellationToken);
        var ending = over.Token.UnsafeRegister(static context => ((Effects.ToolCallContext)context!).End(), context);
        Task<ToolResult>? task = null;
        try
        {
            var running = call.Place!.CallAsync(tool, call.Arguments, context, cancellationToken);
            if (running.IsCompletedSuccessfully) return running.Result;
            task = running.AsTask();
            return await task.WaitAsync(over.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (over.Token.IsCancellationRequested)
        {
            if (task is { IsCompleted: false }) call.Left = task;
            return cancellationToken.IsCancellationRequested
                ? ToolResult.Failure(new ToolError(ToolErrorCodes.Canceled, "the call was canceled"))
                : ToolResult.Failure(new ToolError(ToolErrorCodes.Timeout, $"the tool ran longer than {tool.Limits.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s and was left"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The contract says that it does not throw; a tool written by hand may.
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Internal, $"the tool failed with {e.GetType().Name}"));
        }
        finally
        {
            ending.Dispose();
            over.End(ref this.kept[slot]);

            // What it started and did not wait for has no effects either.
            context.End();
        }
    }

    private static TimeSpan Wait(TimeSpan limit, TimeSpan grace) =>
        limit == Timeout.InfiniteTimeSpan || limit.TotalMilliseconds + grace.TotalMilliseconds >= int.MaxValue ? TimeSpan.FromMilliseconds(int.MaxValue) : limit + grace;
}

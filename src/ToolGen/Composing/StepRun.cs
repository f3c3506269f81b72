using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Values;

namespace ToolGen.Composing;

/// <summary>
/// One run of a <c>compose</c>: its steps, and the values between them, as tasks that wait for one another; called by generated code. The first
/// failure ends what still runs, and <see cref="EndAsync"/> throws it.
/// </summary>
/// <param name="context">The effects of the call.</param>
/// <param name="maximumElements">Elements of an <c>each</c>; beyond it the run fails with <c>limit</c>.</param>
/// <param name="cancellationToken">Ends the run.</param>
public sealed class StepRun(ToolContext context, long maximumElements, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>Calls that an <c>each</c> has under way at once.</summary>
    public const int MaximumAtOnce = 8;

    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly List<Task> tasks = [];
    private ExceptionDispatchInfo? failure;

    /// <summary>Starts a step, a value or a rule; what it awaits of others it awaits itself.</summary>
    public Task<T> Start<T>(Func<Task<T>> make)
    {
        var task = this.RunAsync(make);
        this.tasks.Add(task);
        return task;
    }

    /// <summary>Waits until nothing runs any more.</summary>
    /// <exception cref="ToolException"><c>step_failed</c>, with the step and what it said; or what a rule of <c>fail</c> threw.</exception>
    public async Task EndAsync()
    {
        // Each failure was noted where it came up; waiting must not stop at one of them.
        await Task.WhenAll(this.tasks).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        this.failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Calls the tool of a step and reads its output.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="tool">The tool as the step names it.</param>
    /// <param name="input">Writes the arguments.</param>
    /// <param name="read">Reads the output.</param>
    /// <param name="retries">Further attempts where one might help.</param>
    /// <exception cref="ToolException"><c>step_failed</c>.</exception>
    public async Task<T> CallAsync<T>(string step, string tool, Action<ToolWriter> input, ToolRead<T> read, int retries = 0)
    {
        var (value, error) = await this.AttemptAsync(step, tool, input, read, retries).ConfigureAwait(false);
        return error is null ? value! : throw new ToolException(ToolErrorCodes.StepFailed, $"the step {step} ({tool}) failed: {error}");
    }

    /// <summary>The same for an optional step: its failure is an outcome.</summary>
    public async Task<StepOutcome<T>> TryAsync<T>(string step, string tool, Action<ToolWriter> input, ToolRead<T> read, int retries = 0)
    {
        var (value, error) = await this.AttemptAsync(step, tool, input, read, retries).ConfigureAwait(false);
        return new(value, error?.ToString());
    }

    /// <summary>One call an element, at most <see cref="MaximumAtOnce"/> at once; the results in the order of the elements.</summary>
    /// <exception cref="ToolException"><c>limit</c>: there are more elements than calls are allowed.</exception>
    public async Task<IReadOnlyList<TResult>> EachAsync<T, TResult>(string step, IEnumerable<T>? elements, Func<T, Task<TResult>> call)
    {
        var all = new List<T>();
        foreach (var element in elements ?? [])
        {
            if (all.Count >= maximumElements) throw new ToolException(ToolErrorCodes.Limit, $"the step {step} has more than {maximumElements} elements; raise limits.tools or give fewer");
            all.Add(element);
        }

        var results = new TResult[all.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(MaximumAtOnce, all.Count)).Select(_ => this.RunAsync(WorkAsync))).ConfigureAwait(false);
        return results;

        async Task<bool> WorkAsync()
        {
            for (var at = Interlocked.Increment(ref next); at < all.Count; at = Interlocked.Increment(ref next))
            {
                this.stop.Token.ThrowIfCancellationRequested();
                results[at] = await call(all[at]).ConfigureAwait(false);
            }

            return true;
        }
    }

    /// <summary>A list in which what failed is null, and the list of reasons.</summary>
    public static (IReadOnlyList<T?> Values, IReadOnlyList<string?> Errors) Split<T>(IReadOnlyList<StepOutcome<T>> outcomes)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return ([.. outcomes.Select(outcome => outcome.Value)], [.. outcomes.Select(outcome => outcome.Error)]);
    }

    /// <inheritdoc/>
    public void Dispose() => this.stop.Dispose();

    private async Task<T> RunAsync<T>(Func<Task<T>> make)
    {
        try
        {
            this.stop.Token.ThrowIfCancellationRequested();
            return await make().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // What waits for a failed step fails with the same exception, and what was stopped with another: only the first counts.
            if (!(e is OperationCanceledException && this.stop.IsCancellationRequested) && Interlocked.CompareExchange(ref this.failure, ExceptionDispatchInfo.Capture(e), null) is null)
                await this.stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<(T? Value, StepError? Error)> AttemptAsync<T>(string step, string tool, Action<ToolWriter> input, ToolRead<T> read, int retries)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (value, error) = await this.OnceAsync(step, tool, input, read).ConfigureAwait(false);
            if (error is not { MayPass: true } || attempt >= retries) return (value, error);
        }
    }

    private async Task<(T? Value, StepError? Error)> OnceAsync<T>(string step, string tool, Action<ToolWriter> input, ToolRead<T> read)
    {
        this.stop.Token.ThrowIfCancellationRequested();
        try
        {
            var result = await context.Tools.CallAsync(tool, JsonBody.Of(input), step, this.stop.Token).ConfigureAwait(false);
            this.stop.Token.ThrowIfCancellationRequested();
            if (result.IsError) return (default, new(result.Errors[0]));
            var errors = ToolReader.Read(result.Output.Span, read, ToolErrorCodes.InvalidOutput, out var value);
            return errors.Count == 0 ? (value, null) : (default, new(errors[0]));
        }
        catch (ToolException e)
        {
            return (default, new(new ToolError(e.Code, e.Message)));
        }
    }

    /// <summary>What a step's call ended with.</summary>
    private sealed record StepError(ToolError Error)
    {
        /// <summary>Whether a further attempt can end otherwise: what was wrong with the arguments or the grants stays wrong.</summary>
        public bool MayPass => this.Error.Code is not (ToolErrorCodes.InvalidInput or ToolErrorCodes.Denied or ToolErrorCodes.NotFound or ToolErrorCodes.MissingSecret
            or ToolErrorCodes.Dependency or ToolErrorCodes.Limit or ToolErrorCodes.Canceled);

        public override string ToString() => $"{this.Error.Code}{(string.IsNullOrEmpty(this.Error.Pointer) ? "" : " " + this.Error.Pointer)}: {this.Error.Message}";
    }
}

/// <summary>What came of an optional step; both null where it was not run.</summary>
/// <param name="Value">Its output; null where it failed.</param>
/// <param name="Error">Why it failed: code, place and message; null where it did not.</param>
public readonly record struct StepOutcome<T>(T? Value, string? Error);

using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Registry.Turns;

/// <summary>How sure a write must be when it is answered.</summary>
internal enum Safety
{
    /// <summary>No end of a process loses it; a machine without power may.</summary>
    Process,

    /// <summary>It is on the disk.</summary>
    Disk,

    /// <summary>And its host signed a checkpoint over it.</summary>
    Sealed,
}

/// <summary>Something to write, in a transaction with others.</summary>
internal abstract class Work(Safety safety, CancellationToken cancellationToken)
{
    public Safety Safety => safety;

    public bool IsCanceled => cancellationToken.IsCancellationRequested;

    protected CancellationToken Token => cancellationToken;

    /// <summary>Whether it has its answer: it was refused.</summary>
    public bool IsOver { get; protected set; }

    /// <summary>Does it. Where it throws after it wrote, the transaction is begun again without it.</summary>
    public abstract void Do(WriteTurn turn);

    /// <summary>Answers: it is safe.</summary>
    public abstract void Done();

    public abstract void Cancel();

    public abstract void Fail(Exception why);
}

/// <summary>The same with an answer.</summary>
internal sealed class Work<T>(Func<WriteTurn, T> work, Safety safety, CancellationToken cancellationToken) : Work(safety, cancellationToken)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => this.answer.Task;

    public override void Do(WriteTurn turn) => this.result = work(turn);

    public override void Done() => this.answer.TrySetResult(this.result!);

    public override void Cancel()
    {
        this.IsOver = true;
        this.answer.TrySetCanceled(this.Token);
    }

    public override void Fail(Exception why)
    {
        this.IsOver = true;
        this.answer.TrySetException(why);
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker;

/// <summary>The running call: what its effects are asked through, as long as it runs.</summary>
internal sealed class RemoteCall(HostLink link, int id)
{
    private readonly CancellationTokenSource canceled = new();
    private int logLines;
    private volatile bool hasEnded;

    public int Id => id;

    public CancellationToken Token => this.canceled.Token;

    /// <summary>The host gives it up.</summary>
    public void Cancel() => _ = this.canceled.CancelAsync();

    /// <summary>No more effects: threads of the tool may run on, and what they wait for does not come.</summary>
    public void End()
    {
        this.hasEnded = true;
        link.RefuseAll();
    }

    /// <summary>What whoever asks for an effect too late gets.</summary>
    public static ToolException Ended() => new(ToolErrorCodes.Canceled, "the host has ended this call: it has no more effects");

    /// <summary>Asks for an effect and holds the tool's thread until it is there.</summary>
    public Answer Ask(EffectKind kind, Action<FrameWriter>? write = null)
    {
        var (_, answer) = this.Begin(kind, write);
        return Answer.Of(answer.GetAwaiter().GetResult());
    }

    /// <summary>Asks for an effect.</summary>
    public async ValueTask<Answer> AskAsync(EffectKind kind, Action<FrameWriter> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (number, answer) = this.Begin(kind, write);
        if (!cancellationToken.CanBeCanceled) return Answer.Of(await answer.ConfigureAwait(false));
        try
        {
            return Answer.Of(await answer.WaitAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (link.Forget(number) && !this.hasEnded) link.Send(new FrameWriter(FrameKind.Abandon, 8).Int(id).Int(number).End());
            throw;
        }
    }

    public void Log(string message)
    {
        if (this.hasEnded || Interlocked.Increment(ref this.logLines) > FrameLimits.LogLines) return;
        link.Send(new FrameWriter(FrameKind.Log).Int(id).Text(ResultFields.Cut(message, FrameLimits.LogLine)!).End());
    }

    private (int Number, Task<byte[]> Answer) Begin(EffectKind kind, Action<FrameWriter>? write)
    {
        if (this.hasEnded) throw Ended();
        var number = link.Number();
        var frame = new FrameWriter(FrameKind.Effect).Int(id).Int(number).Byte((byte)kind);
        write?.Invoke(frame);
        if (frame.Length > FrameLimits.Effect) throw new ToolException(ToolErrorCodes.Limit, $"an effect is asked for with more than {FrameLimits.Effect >> 20} MiB");
        var answer = link.Ask(number, frame.End());

        // It may have ended in between: then nobody refused this one, and the host does not answer it.
        if (this.hasEnded) link.Refuse(number);
        return (number, answer);
    }
}

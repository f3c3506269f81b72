using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>An effect that a worker waits for.</summary>
internal sealed class EffectUnderWay(EffectBroker broker, int id, int size, Effect effect, CancellationToken ended) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource abandoned = CancellationTokenSource.CreateLinkedTokenSource(ended);

    public Task Done => this.done.Task;

    public void Stop() => _ = this.abandoned.CancelAsync();

    public void Execute()
    {
        if (broker.Flow is { } flow) ExecutionContext.Run(flow, static begun => _ = ((EffectUnderWay)begun!).RunAsync(), this);
        else _ = this.RunAsync();
    }

    private async Task RunAsync()
    {
        var answer = new FrameWriter(FrameKind.Answer).Int(id);
        var start = answer.Length;
        try
        {
            await effect(answer.Byte((byte)AnswerKind.Value), this.abandoned.Token).ConfigureAwait(false);
        }
        catch (ToolException e)
        {
            answer.CutTo(start).Byte((byte)AnswerKind.Error).Text(e.Code).Text(e.Message).OptionalText(e.Pointer);
        }
        catch (OperationCanceledException)
        {
            answer.CutTo(start).Byte((byte)AnswerKind.Canceled);
        }
        catch (Exception e)
        {
            answer.CutTo(start).Byte((byte)AnswerKind.Failed).Text(e.GetType().Name);
        }

        broker.Answer(id, size, answer);
        this.done.TrySetResult();
    }
}

using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>Files: one at a time, streams and sets of outputs by handle. Those that wait hold no thread, and what has not begun when the call ends never does.</summary>
internal sealed class FileEffects(ToolContext context)
{
    private readonly Handles<Stream> streams = new("files");
    private readonly Handles<IToolOutputs> outputs = new("sets of files");
    private readonly SemaphoreSlim turn = new(1);
    private volatile bool isEnded;

    public Effect Read(EffectKind kind, ref FrameReader reader)
    {
        switch (kind)
        {
            case EffectKind.FindFiles:
                var pattern = FileFields.ReadPattern(ref reader);
                return this.InTurn(answer => FileFields.Write(answer, context.Files.Find(pattern)));
            case EffectKind.OpenFile:
                var path = reader.Text();
                return this.InTurn(answer => this.Open(answer, () => context.Files.OpenRead(path)));
            case EffectKind.ReadFile:
                var (source, count) = (this.streams.Find(reader.Int()), reader.Int());
                if (count is < 0 or > FrameLimits.Chunk) throw new ProtocolException("a read of an impossible length");
                return this.InTurn(answer => answer.Keep(count, source.Read(answer.Room(count))));
            case EffectKind.WriteOutput:
                var (target, bytes) = (this.streams.Find(reader.Int()), reader.Bytes().ToArray());
                return this.InTurn(_ => target.Write(bytes));
            case EffectKind.CloseFile or EffectKind.CloseOutput:
                return this.Close(this.streams, reader.Int());
            case EffectKind.BeginOutputs:
                return this.InTurn(this.Begin);
            case EffectKind.CreateOutput:
                var (set, name, replace) = (this.outputs.Find(reader.Int()), reader.Text(), reader.Bool());
                return this.InTurn(answer => this.Open(answer, () => set.Create(name, replace)));
            case EffectKind.CommitOutputs:
                var committed = this.outputs.Find(reader.Int());
                return this.InTurn(_ => committed.Commit());
            default:
                return this.Close(this.outputs, reader.Int());
        }
    }

    /// <summary>Closes streams, and undoes outputs that were not committed: at once, or, where a file system takes longer, as soon as it lets go.</summary>
    /// <param name="patience">How long the call waits for that.</param>
    public async Task EndAsync(TimeSpan patience)
    {
        this.isEnded = true;
        var closing = this.CloseAllAsync();
        await Task.WhenAny(closing, Task.Delay(patience)).ConfigureAwait(false);
        if (closing.IsCompleted) await closing.ConfigureAwait(false);
    }

    private async Task CloseAllAsync()
    {
        await this.turn.WaitAsync().ConfigureAwait(false);
        try
        {
            foreach (var stream in this.streams.Clear()) stream.Dispose();
            foreach (var set in this.outputs.Clear()) set.Dispose();
        }
        finally
        {
            this.turn.Release();
        }
    }

    private void Open(FrameWriter answer, Func<Stream> open)
    {
        this.streams.RequireRoom();
        answer.Int(this.streams.Add(open()));
    }

    private void Begin(FrameWriter answer)
    {
        this.outputs.RequireRoom();
        answer.Int(this.outputs.Add(context.Files.BeginWrite()));
    }

    private Effect Close<T>(Handles<T> handles, int handle)
        where T : class, IDisposable
    {
        var closed = handles.Find(handle);
        return this.InTurn(_ =>
        {
            handles.Remove(handle);
            closed.Dispose();
        });
    }

    private Effect InTurn(Action<FrameWriter> serve) => async (answer, cancellationToken) =>
    {
        await this.turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (this.isEnded) throw new OperationCanceledException();
            serve(answer);
        }
        finally
        {
            this.turn.Release();
        }
    };
}

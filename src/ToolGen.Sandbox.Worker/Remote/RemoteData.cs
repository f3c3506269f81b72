using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Databases through the host.</summary>
internal sealed class RemoteData(RemoteCall call) : IToolData
{
    public async ValueTask<IToolDataSession> OpenAsync(string database, bool writes = false, CancellationToken cancellationToken = default)
    {
        var answer = await call.AskAsync(EffectKind.OpenData, frame => frame.Text(database).Bool(writes), cancellationToken).ConfigureAwait(false);
        return new Session(call, answer.Reader.Int());
    }

    private sealed class Session(RemoteCall call, int handle) : IToolDataSession
    {
        private bool isClosed;

        public async ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default)
        {
            System.ObjectDisposedException.ThrowIf(this.isClosed, this);
            var answer = await call.AskAsync(EffectKind.RunData, frame => DataFields.Write(frame.Int(handle), statement), cancellationToken).ConfigureAwait(false);
            var reader = answer.Reader;
            return DataFields.ReadRows(ref reader);
        }

        public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
        {
            System.ObjectDisposedException.ThrowIf(this.isClosed, this);
            await call.AskAsync(EffectKind.CommitData, frame => frame.Int(handle), cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask DisposeAsync()
        {
            if (this.isClosed) return;
            this.isClosed = true;
            await call.AskAsync(EffectKind.CloseData, frame => frame.Int(handle), CancellationToken.None).ConfigureAwait(false);
        }
    }
}

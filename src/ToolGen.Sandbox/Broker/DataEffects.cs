using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>Databases, sessions by handle; of one session one statement at a time.</summary>
internal sealed class DataEffects(ToolContext context) : IAsyncDisposable
{
    private readonly Handles<OpenSession> sessions = new("sessions");
    private volatile bool isEnded;

    public Effect Read(EffectKind kind, ref FrameReader reader)
    {
        if (kind == EffectKind.OpenData)
        {
            var (database, writes) = (reader.Text(), reader.Bool());
            return (answer, cancellationToken) => this.OpenAsync(answer, database, writes, cancellationToken);
        }

        var handle = reader.Int();
        var session = this.sessions.Find(handle);
        switch (kind)
        {
            case EffectKind.RunData:
                var statement = DataFields.ReadStatement(ref reader);
                return (answer, cancellationToken) => session.InTurnAsync(
                    async data => DataFields.Write(answer, await data.RunAsync(statement, cancellationToken).ConfigureAwait(false)), cancellationToken);
            case EffectKind.CommitData:
                return (_, cancellationToken) => session.InTurnAsync(data => data.CommitAsync(cancellationToken), cancellationToken);
            default:
                return (_, cancellationToken) =>
                {
                    this.sessions.Remove(handle);
                    return session.InTurnAsync(data => data.DisposeAsync(), CancellationToken.None);
                };
        }
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        this.isEnded = true;
        foreach (var session in this.sessions.Clear()) await session.InTurnAsync(data => data.DisposeAsync(), CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask OpenAsync(FrameWriter answer, string database, bool writes, CancellationToken cancellationToken)
    {
        this.sessions.RequireRoom();
        var session = await context.Data.OpenAsync(database, writes, cancellationToken).ConfigureAwait(false);
        var handle = this.sessions.Add(new(session));
        answer.Int(handle);
        if (!this.isEnded) return;

        // Its call ended while it was opened: nobody else closes it.
        foreach (var left in this.sessions.Clear()) await left.InTurnAsync(data => data.DisposeAsync(), CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class OpenSession(IToolDataSession session)
    {
        private readonly SemaphoreSlim turn = new(1);

        public async ValueTask InTurnAsync(Func<IToolDataSession, ValueTask> use, CancellationToken cancellationToken)
        {
            await this.turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await use(session).ConfigureAwait(false);
            }
            finally
            {
                this.turn.Release();
            }
        }
    }
}

using System;
using System.Collections.Generic;
using System.Threading;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Tests.Memory;

/// <summary>
/// A registry's rows in memory: the second database behind the same rules. Opened again it is still there; a turn writes a copy that takes the old state's place when it is committed.
/// </summary>
internal sealed class MemoryStore : IRegistryStore, IStoreWriter
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile MemoryState state = new();
    private MemoryState? turn;
    private bool isMade;

    public string Place => "memory";

    public bool Exists => this.isMade;

    public int Form => 1;

    public T Read<T>(Func<IStoredRows, T> read) => read(this.state);

    public IStoreWriter OpenWriter()
    {
        this.isMade = true;
        return this;
    }

    public bool IsOlder => false;

    public T ReadWhole<T>(Func<IWholeRows, T> read) => read(this.state);

    public IReadOnlyList<string> Damage() => [];

    public IWriteRows Begin(bool isDurable)
    {
        this.writing.Wait();
        return this.turn = this.state.Copy();
    }

    public void Commit()
    {
        this.state = this.turn!;
        this.Undo();
    }

    public void Undo()
    {
        if (Interlocked.Exchange(ref this.turn, null) is not null) this.writing.Release();
    }

    public void Sync()
    {
    }

    public RegistryException? Said(Exception exception) => null;

    public void Dispose()
    {
    }
}

using System;
using System.Collections.Concurrent;
using System.Data.Common;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace ToolGen.Effects.Data.Sqlite;

/// <summary>One SQLite database: guarded connections, some kept for the next call. A statement can leave nothing behind in one, so they are alike.</summary>
internal sealed class SqliteSource : IDataSource
{
    /// <summary>Connections that are kept, of each sort, and for how long.</summary>
    private const int MaximumIdle = 8;

    private const long MaximumIdleMilliseconds = 30_000;

    private readonly ConcurrentBag<SqliteLink> readers = [];
    private readonly ConcurrentBag<SqliteLink> writers = [];
    private readonly SqliteConnectionStringBuilder settings;
    private readonly string name;
    private readonly bool isFile;
    private readonly Action<SqliteLink> returnReader;
    private readonly Action<SqliteLink> returnWriter;
    private DateTime made;
    private volatile bool isDisposed;

    public SqliteSource(DbConnectionStringBuilder settings, string name)
    {
        this.name = name;
        try
        {
            this.settings = new(settings.ConnectionString);
        }
        catch (ArgumentException)
        {
            throw new ToolException(ToolErrorCodes.Denied, $"the connection of the database {name} in the host's grants is none of SQLite");
        }

        this.isFile = this.settings.Mode != SqliteOpenMode.Memory && !this.settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && this.settings.DataSource != ":memory:";
        this.made = this.Made();
        this.returnReader = link => this.Return(link, this.readers);
        this.returnWriter = link => this.Return(link, this.writers);
    }

    public ValueTask<IToolDataSession> OpenAsync(SessionRules rules, CancellationToken cancellationToken) => new(new SqliteSession(this.Rent(rules.Writes), rules, rules.Writes ? this.returnWriter : this.returnReader));

    public ValueTask DisposeAsync()
    {
        this.isDisposed = true;
        this.Clear();
        return default;
    }

    private void Return(SqliteLink link, ConcurrentBag<SqliteLink> idle)
    {
        link.IdleSince = Environment.TickCount64;
        if (this.isDisposed || idle.Count >= MaximumIdle) link.Dispose();
        else idle.Add(link);
    }

    private SqliteLink Rent(bool writes)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        if (this.isFile && this.Made() is var now && now != this.made)
        {
            // Another file has the path now; what is open still reads the old one.
            this.made = now;
            this.Clear();
        }

        var idle = writes ? this.writers : this.readers;
        while (idle.TryTake(out var link))
        {
            if (Environment.TickCount64 - link.IdleSince < MaximumIdleMilliseconds) return link;
            link.Dispose();
        }

        return SqliteLink.Open(this.settings, this.settings.Mode == SqliteOpenMode.Memory ? SqliteOpenMode.Memory : writes ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly, this.name);
    }

    private DateTime Made() => this.isFile ? File.GetCreationTimeUtc(this.settings.DataSource) : default;

    private void Clear()
    {
        foreach (var idle in new[] { this.readers, this.writers })
            while (idle.TryTake(out var link)) link.Dispose();
    }
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SQLitePCL;
using ToolGen.Specification.Sql;

namespace ToolGen.Effects.Data.Sqlite;

/// <summary>One transaction of an SQLite database. SQLite is a library: statements run on the caller's thread.</summary>
internal sealed class SqliteSession : IToolDataSession
{
    private readonly object gate = new();
    private readonly Action<SqliteLink> done;
    private readonly SessionRules rules;
    private SqliteLink? link;

    /// <param name="link">The connection.</param>
    /// <param name="rules">What holds.</param>
    /// <param name="done">Takes the connection back, in no transaction.</param>
    public SqliteSession(SqliteLink link, SessionRules rules, Action<SqliteLink> done)
    {
        this.done = done;
        this.rules = rules;
        this.link = link;
        link.Begin(rules.Writes ? SqliteRights.Write : SqliteRights.Read, rules.Left);

        // Who will write waits here for its turn, not in the middle.
        var code = link.Own(rules.Writes ? "BEGIN IMMEDIATE" : "BEGIN");
        if (code == raw.SQLITE_OK)
        {
            rules.EndWith(this.DisposeAsync);
            return;
        }

        var error = this.Error(link, code, CancellationToken.None);
        link.Dispose();
        throw error;
    }

    public ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default)
    {
        try
        {
            return new(this.Run(statement, cancellationToken));
        }
        catch (Exception e)
        {
            return ValueTask.FromException<DataRows>(e);
        }
    }

    public DataRows Run(SqlStatement statement, CancellationToken cancellationToken)
    {
        lock (this.gate)
        {
            var open = this.Open();
            cancellationToken.ThrowIfCancellationRequested();
            this.rules.CountStatement();
            var text = SqlText.Of(statement, SqlDialect.Sqlite, this.rules.Writes);
            using (open.Watching(cancellationToken)) return this.Run(open, text, cancellationToken);
        }
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        lock (this.gate)
        {
            var open = this.Open();
            cancellationToken.ThrowIfCancellationRequested();
            var code = open.Own("COMMIT");
            if (code != raw.SQLITE_OK) throw this.Error(open, code, cancellationToken);
            this.End(open);
            return default;
        }
    }

    public ValueTask DisposeAsync()
    {
        this.End();
        return default;
    }

    /// <summary>Rolls back what was not committed.</summary>
    public void End()
    {
        lock (this.gate)
        {
            if (this.link is not { } open) return;

            // An error such as a full disk has rolled back already.
            if (raw.sqlite3_get_autocommit(open.Handle) == 0) open.Own("ROLLBACK");
            this.End(open);
        }
    }

    private SqliteLink Open()
    {
        this.rules.RequireOpen();
        return this.link ?? throw this.rules.Ended();
    }

    private void End(SqliteLink open)
    {
        this.link = null;
        if (raw.sqlite3_get_autocommit(open.Handle) != 0) this.done(open);
        else open.Dispose();
        this.rules.Closed();
    }

    private DataRows Run(SqliteLink open, SqlText text, CancellationToken cancellationToken)
    {
        var code = raw.sqlite3_prepare_v2(open.Handle, text.Text, out var prepared, out var tail);
        using (prepared)
        {
            if (code != raw.SQLITE_OK) throw this.Error(open, code, cancellationToken);

            // What SQLite itself takes for one statement, and for one that reads.
            if (prepared is null || !string.IsNullOrWhiteSpace(tail)) throw new ToolException(ToolErrorCodes.Denied, "this statement is not run: it is more than one");
            if (!this.rules.Writes && raw.sqlite3_stmt_readonly(prepared) == 0) throw new ToolException(ToolErrorCodes.Denied, "this statement is not run: it changes the database, and this session only reads");
            for (var i = 0; i < text.Values.Count; i++) SqliteValues.Bind(prepared, i + 1, text.Values[i]);
            var before = raw.sqlite3_total_changes(open.Handle);
            var columns = new string[raw.sqlite3_column_count(prepared)];
            for (var i = 0; i < columns.Length; i++) columns[i] = raw.sqlite3_column_name(prepared, i).utf8_to_string();
            var rows = this.Rows(open, prepared, columns.Length, cancellationToken);
            var affected = raw.sqlite3_stmt_readonly(prepared) != 0 || raw.sqlite3_total_changes(open.Handle) == before ? 0 : raw.sqlite3_changes(open.Handle);
            return new(columns, rows, affected);
        }
    }

    private List<IReadOnlyList<object?>> Rows(SqliteLink open, sqlite3_stmt prepared, int width, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<object?>>();
        int code;
        while ((code = raw.sqlite3_step(prepared)) == raw.SQLITE_ROW)
        {
            this.rules.CountRow(rows.Count + 1);
            var row = new object?[width];
            for (var i = 0; i < width; i++) row[i] = SqliteValues.Read(prepared, i, this.rules);
            rows.Add(row);
        }

        return code == raw.SQLITE_DONE ? rows : throw this.Error(open, code, cancellationToken);
    }

    private Exception Error(SqliteLink open, int code, CancellationToken cancellationToken)
    {
        var message = open.Message;
        var name = this.rules.Database;
        switch (open.HasRefused ? raw.SQLITE_AUTH : code & 0xFF)
        {
            case raw.SQLITE_INTERRUPT when open.HasOutgrown:
                return new ToolException(ToolErrorCodes.Limit, $"the database {name}: sorting and grouping take more than 256 MiB of memory, or others take it at this moment");
            case raw.SQLITE_INTERRUPT:
                return cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : this.rules.TimedOut();
            case raw.SQLITE_AUTH:
                return new ToolException(ToolErrorCodes.Denied, $"the database {name} is guarded: {message}");
            case raw.SQLITE_READONLY:
                return new ToolException(ToolErrorCodes.Denied, $"the database {name} is open for reading only");
            case raw.SQLITE_BUSY or raw.SQLITE_LOCKED:
                return new ToolException(ToolErrorCodes.Unavailable, $"the database {name} is locked by another; try again");
            case raw.SQLITE_TOOBIG or raw.SQLITE_FULL or raw.SQLITE_NOMEM:
                return new ToolException(ToolErrorCodes.Limit, $"the database {name}: {message}");
            case raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PERM or raw.SQLITE_PROTOCOL:
                return new ToolException(ToolErrorCodes.Unavailable, $"the database {name} can't be read: {message}");
            default:
                return new ToolException(ToolErrorCodes.BadData, $"the database {name} refuses the statement: {CallScope.Shown(message)}");
        }
    }
}

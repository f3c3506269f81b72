using System;
using System.Collections.Generic;
using System.Data;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;
using ToolGen.Specification.Sql;

namespace ToolGen.Effects.Data.PostgreSql;

/// <summary>One transaction of a PostgreSQL database: READ ONLY unless it writes, with the server's own time limits.</summary>
internal sealed class PostgreSqlSession : IToolDataSession
{
    /// <summary>How long a statement waits for a lock.</summary>
    private const int LockMilliseconds = 2_000;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly SessionRules rules;
    private readonly SemaphoreSlim gate = new(1);
    private bool hasEnded;

    private PostgreSqlSession(NpgsqlConnection connection, NpgsqlTransaction transaction, SessionRules rules)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.rules = rules;
    }

    /// <summary>Begins the transaction and sets what holds in it.</summary>
    public static async ValueTask<PostgreSqlSession> BeginAsync(NpgsqlConnection connection, SessionRules rules, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(rules.Writes ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        var left = rules.Left.ToString(CultureInfo.InvariantCulture);
        var command = new NpgsqlCommand(
            $"SET TRANSACTION {(rules.Writes ? "READ WRITE" : "READ ONLY")}; SET LOCAL statement_timeout = {left}; SET LOCAL lock_timeout = {Math.Min(rules.Left, LockMilliseconds).ToString(CultureInfo.InvariantCulture)}; "
            + $"SET LOCAL idle_in_transaction_session_timeout = {left}; SET LOCAL standard_conforming_strings = on; SET LOCAL backslash_quote = off; SET LOCAL TimeZone = 'UTC'",
            connection,
            transaction);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        var session = new PostgreSqlSession(connection, transaction, rules);
        rules.EndWith(session.DisposeAsync);
        return session;
    }

    public async ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default)
    {
        await this.gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            this.RefuseEnded();
            this.rules.CountStatement();
            var text = SqlText.Of(statement, SqlDialect.PostgreSql, this.rules.Writes);
            return await this.RunAsync(text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (PostgreSqlErrors.Of(e, this.rules, cancellationToken) is { } error)
        {
            throw error;
        }
        finally
        {
            this.gate.Release();
        }
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        await this.gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            this.RefuseEnded();
            await this.transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            await this.EndAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (PostgreSqlErrors.Of(e, this.rules, cancellationToken) is { } error)
        {
            throw error;
        }
        finally
        {
            this.gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await this.gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await this.EndAsync().ConfigureAwait(false);
        }
        finally
        {
            this.gate.Release();
        }
    }

    private void RefuseEnded()
    {
        this.rules.RequireOpen();
        if (this.hasEnded) throw this.rules.Ended();
    }

    private async ValueTask EndAsync()
    {
        if (this.hasEnded) return;
        this.hasEnded = true;
        try
        {
            // Rolls back what was not committed.
            await this.transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            // A connection that broke has no transaction any more; the pool throws it away.
        }

        await this.connection.DisposeAsync().ConfigureAwait(false);
        this.rules.Closed();
    }

    private async ValueTask<DataRows> RunAsync(SqlText text, CancellationToken cancellationToken)
    {
        // A command of a batch is sent as one statement of the extended protocol, or not at all.
        var command = new NpgsqlBatchCommand(text.Text);
        foreach (var value in text.Values) command.Parameters.Add(PostgreSqlValues.Parameter(value));
        var batch = new NpgsqlBatch(this.connection, this.transaction) { BatchCommands = { command }, Timeout = (this.rules.Left / 1_000) + 1 };
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                try
                {
                    var rows = await this.RowsAsync(reader, cancellationToken).ConfigureAwait(false);
                    var columns = new string[reader.FieldCount];
                    for (var i = 0; i < columns.Length; i++) columns[i] = reader.GetName(i);
                    await reader.CloseAsync().ConfigureAwait(false);
                    return new(columns, rows, Math.Max(0, reader.RecordsAffected));
                }
                catch
                {
                    // Else closing would read the rest of an answer that is too large already.
                    batch.Cancel();
                    throw;
                }
            }
        }
    }

    private async ValueTask<List<IReadOnlyList<object?>>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<object?>>();
        var columns = PostgreSqlValues.ColumnsOf(reader);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            this.rules.CountRow(rows.Count + 1);
            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = await reader.IsDBNullAsync(i, cancellationToken).ConfigureAwait(false) ? null : await PostgreSqlValues.ReadAsync(reader, i, columns[i], this.rules, cancellationToken).ConfigureAwait(false);
            rows.Add(row);
        }

        return rows;
    }
}

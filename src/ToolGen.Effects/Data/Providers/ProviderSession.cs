using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Sql;

namespace ToolGen.Effects.Data.Providers;

/// <summary>
/// One transaction of a database that is not known here: a statement must be one under the rules of every dialect, and without <c>writes</c>
/// no word in it may be one that writes. What is not committed is rolled back.
/// </summary>
internal sealed class ProviderSession(DbConnection connection, DbTransaction transaction, SessionRules rules) : IToolDataSession
{
    private readonly SemaphoreSlim gate = new(1);
    private bool hasEnded;

    public async ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default)
    {
        await this.gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            this.RefuseEnded();
            rules.CountStatement();
            return await this.RunAsync(SqlText.Of(statement, SqlDialect.Any, rules.Writes), cancellationToken).ConfigureAwait(false);
        }
        catch (DbException) when (rules.IsOver)
        {
            throw rules.TimedOut();
        }
        catch (DbException)
        {
            throw new ToolException(ToolErrorCodes.BadData, $"the database {rules.Database} refuses the statement");
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
            if (rules.Writes) await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            await this.EndAsync().ConfigureAwait(false);
        }
        catch (DbException)
        {
            throw new ToolException(ToolErrorCodes.BadData, $"the database {rules.Database} refuses the changes");
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
        rules.RequireOpen();
        if (this.hasEnded) throw rules.Ended();
    }

    private async ValueTask EndAsync()
    {
        if (this.hasEnded) return;
        this.hasEnded = true;
        try
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (DbException)
        {
            // A connection that broke has no transaction any more.
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        rules.Closed();
    }

    private async ValueTask<DataRows> RunAsync(SqlText text, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = text.Text;
            command.Transaction = transaction;
            command.CommandTimeout = (rules.Left / 1_000) + 1;
            for (var i = 0; i < text.Values.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + (i + 1).ToString(CultureInfo.InvariantCulture);
                parameter.Value = text.Values[i] switch { null => DBNull.Value, BigInteger big => big.ToString(CultureInfo.InvariantCulture), var value => value };
                command.Parameters.Add(parameter);
            }

            var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var columns = new string[reader.FieldCount];
                for (var i = 0; i < columns.Length; i++) columns[i] = reader.GetName(i);
                var rows = new List<IReadOnlyList<object?>>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rules.CountRow(rows.Count + 1);
                    var row = new object?[columns.Length];
                    for (var i = 0; i < row.Length; i++) row[i] = this.Value(reader.GetValue(i), columns[i]);
                    rows.Add(row);
                }

                await reader.CloseAsync().ConfigureAwait(false);
                return new(columns, rows, Math.Max(0, reader.RecordsAffected));
            }
        }
    }

    private object? Value(object value, string column)
    {
        rules.CountBytes(value switch { string text => text.Length, byte[] bytes => bytes.Length, _ => 16 });
        return value switch
        {
            DBNull => null,
            bool or long or double or decimal or string or byte[] or DateOnly or TimeOnly or DateTimeOffset or TimeSpan or Guid or BigInteger => value,
            sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ulong wide => wide <= long.MaxValue ? (long)wide : new BigInteger(wide),
            float single => (double)single,
            DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
            _ => throw new ToolException(ToolErrorCodes.BadData, $"the column {column} has a type that is not known: cast it in the statement"),
        };
    }
}

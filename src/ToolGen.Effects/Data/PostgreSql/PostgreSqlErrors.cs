using System;
using System.Threading;
using Npgsql;

namespace ToolGen.Effects.Data.PostgreSql;

/// <summary>What the server and the driver say, in the codes of tools.</summary>
internal static class PostgreSqlErrors
{
    /// <summary>The error of an exception; null where it is one of ours already.</summary>
    public static Exception? Of(Exception exception, SessionRules rules, CancellationToken cancellationToken)
    {
        var name = rules.Database;
        switch (exception)
        {
            case ToolException:
                return null;
            case OperationCanceledException:
                return cancellationToken.IsCancellationRequested ? null : rules.TimedOut();
            case PostgresException error:
                return cancellationToken.IsCancellationRequested && error.SqlState == PostgresErrorCodes.QueryCanceled ? new OperationCanceledException(cancellationToken) : OfState(error, rules);
            case NpgsqlException { InnerException: TimeoutException }:
                return rules.TimedOut();
            case NpgsqlException:
                return new ToolException(ToolErrorCodes.Unavailable, $"the connection to the database {name} broke");
            case NotSupportedException:
                return new ToolException(ToolErrorCodes.Denied, "this statement is not run: it is more than one");
            case InvalidCastException or OverflowException or ArgumentException or FormatException:
                return new ToolException(ToolErrorCodes.BadData, $"the database {name} gives a value, or gets one, that does not fit its type: cast it in the statement");
            case InvalidOperationException:
                return new ToolException(ToolErrorCodes.Unavailable, $"the transaction of the database {name} has ended");
            default:
                return null;
        }
    }

    private static ToolException OfState(PostgresException error, SessionRules rules)
    {
        var name = rules.Database;
        var state = error.SqlState;
        if (state is PostgresErrorCodes.ReadOnlySqlTransaction) return new(ToolErrorCodes.Denied, $"the database {name} is open for reading only");
        if (state is PostgresErrorCodes.InsufficientPrivilege) return new(ToolErrorCodes.Denied, $"the database {name} refuses: {CallScope.Shown(error.MessageText)}");
        if (state is PostgresErrorCodes.QueryCanceled or "25P03" or "25P04") return rules.TimedOut();
        if (state is PostgresErrorCodes.LockNotAvailable || state.StartsWith("40", StringComparison.Ordinal)) return new(ToolErrorCodes.Unavailable, $"the database {name} is locked by another; try again");
        if (state is PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.DiskFull || state.StartsWith("54", StringComparison.Ordinal)) return new(ToolErrorCodes.Limit, $"the database {name}: {CallScope.Shown(error.MessageText)}");
        return state[..2] is "08" or "28" or "53" or "57" or "58" or "XX"
            ? new(ToolErrorCodes.Unavailable, $"the database {name} is not to be had (SQLSTATE {state})")
            : new(ToolErrorCodes.BadData, $"the database {name} refuses the statement: {CallScope.Shown(error.MessageText)}");
    }
}

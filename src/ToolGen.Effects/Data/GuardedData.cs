using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Data;

/// <summary>
/// Granted databases. The capability is asked first, then the grant; what a session may do is the database's own to hold (SQLite's
/// authorizer, PostgreSQL's read-only transaction), since the statement is hostile.
/// </summary>
internal sealed class GuardedData(CallScope scope, DataSources sources) : IToolData
{
    /// <summary>Sessions that one call may have open at once.</summary>
    private const int MaximumOpen = 8;

    private int open;

    public async ValueTask<IToolDataSession> OpenAsync(string database, bool writes = false, CancellationToken cancellationToken = default)
    {
        scope.Use(new SqlCapability(database, writes));
        var grant = this.Granted(database, writes);
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Increment(ref this.open) > MaximumOpen)
        {
            this.Close();
            throw new ToolException(ToolErrorCodes.Limit, $"more than {MaximumOpen} sessions are open in one call; dispose each when it is done");
        }

        try
        {
            var rules = new SessionRules(scope.Limits, database, writes, scope.CountSql, this.Close, scope.Tree.Ended);
            return WatchedSession.Of(await sources.OpenAsync(grant, rules, cancellationToken).ConfigureAwait(false), grant, database);
        }
        catch
        {
            this.Close();
            throw;
        }
    }

    private DatabaseGrant Granted(string database, bool writes)
    {
        var name = CallScope.Shown(database);
        if (!scope.Grants.Databases.TryGetValue(database, out var grant))
            throw new ToolException(ToolErrorCodes.Denied, $"this host grants no database {name}: add to toolgen.json {GrantLine.Database(database, writes)}");
        var isAllowed = writes ? grant.Access is GrantAccess.Write or GrantAccess.ReadWrite : grant.Access is GrantAccess.Read or GrantAccess.ReadWrite;
        return isAllowed
            ? grant
            : throw new ToolException(ToolErrorCodes.Denied, $"the database {name} is granted for {(writes ? "reading" : "writing")} only: its grant needs \"access\": \"readwrite\"");
    }

    private void Close() => Interlocked.Decrement(ref this.open);
}

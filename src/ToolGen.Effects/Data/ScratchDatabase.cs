using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using ToolGen.Effects.Data.Sqlite;

namespace ToolGen.Effects.Data;

/// <summary>
/// A database in memory for one sample: seeded by the statements of <c>given.sql</c>, then used through <see cref="Grant"/> by the same
/// guard as any other. It is gone when disposed. The statements are hostile too: they reach nothing outside of it, and end in time.
/// </summary>
/// <remarks>
/// <c>new ToolEffects(new Grants { Databases = … ["shop"] = scratch.Grant … }).For(tool).Data</c> is what a tool sees of it.
/// </remarks>
public sealed class ScratchDatabase : IDisposable
{
    private readonly SqliteLink keeper;

    private ScratchDatabase(SqliteLink keeper, DatabaseGrant grant)
    {
        this.keeper = keeper;
        this.Grant = grant;
    }

    /// <summary>Binds a logical name to this database, for reading and writing.</summary>
    public DatabaseGrant Grant { get; }

    /// <summary>Makes one.</summary>
    /// <param name="statements">SQL that makes and fills tables; each text may have several statements.</param>
    /// <param name="timeout">For all of them together; default 10 s.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ToolException"><c>bad_data</c>, <c>denied</c>, <c>timeout</c>, <c>limit</c>: a statement fails; the message says which, counted from 0.</exception>
    public static ScratchDatabase Create(IEnumerable<string> statements, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        // All connections with this name, in this process alone, see the same database.
        var settings = new SqliteConnectionStringBuilder { DataSource = $"file:/toolgen-{Guid.NewGuid():N}?vfs=memdb" };
        var link = SqliteLink.Open(settings, SqliteOpenMode.ReadWriteCreate, "scratch");
        try
        {
            link.Begin(SqliteRights.Seed, (int)(timeout ?? TimeSpan.FromSeconds(10)).TotalMilliseconds);
            using (link.Watching(cancellationToken))
            {
                var index = 0;
                foreach (var statement in statements) Seed(link, statement, index++, cancellationToken);
            }

            link.Begin(SqliteRights.Read, int.MaxValue);
            return new(link, new DatabaseGrant("sqlite", settings.ConnectionString, GrantAccess.ReadWrite));
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>Reads with a query of <c>expect.sql</c>; what a tool committed is seen.</summary>
    /// <exception cref="ToolException">As of <see cref="IToolDataSession.RunAsync"/>.</exception>
    public DataRows Query(string sql, CancellationToken cancellationToken = default)
    {
        lock (this.keeper)
        {
            var session = new SqliteSession(this.keeper, new(ToolLimits.Default, "scratch", false, static () => { }, static () => { }), static _ => { });
            try
            {
                return session.Run(new SqlStatement().Text(sql), cancellationToken);
            }
            finally
            {
                session.End();
            }
        }
    }

    public void Dispose() => this.keeper.Dispose();

    private static void Seed(SqliteLink link, string statements, int index, CancellationToken cancellationToken)
    {
        var rest = statements;
        while (!string.IsNullOrWhiteSpace(rest))
        {
            // Short statements are over before anything looks at what they hold.
            cancellationToken.ThrowIfCancellationRequested();
            if (SqliteLink.IsFull) throw new ToolException(ToolErrorCodes.Limit, $"statement {index.ToString(CultureInfo.InvariantCulture)} of given.sql fails: databases in memory hold more than 256 MiB at this moment");
            var code = raw.sqlite3_prepare_v2(link.Handle, rest, out var prepared, out rest);
            using (prepared)
            {
                while (code == raw.SQLITE_OK && prepared is not null && !prepared.IsInvalid)
                {
                    code = raw.sqlite3_step(prepared);
                    code = code == raw.SQLITE_ROW ? raw.SQLITE_OK : code;
                }
            }

            if (code is raw.SQLITE_OK or raw.SQLITE_DONE) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var error = (link.HasRefused ? raw.SQLITE_AUTH : code & 0xFF) switch
            {
                raw.SQLITE_INTERRUPT => ToolErrorCodes.Timeout,
                raw.SQLITE_AUTH => ToolErrorCodes.Denied,
                raw.SQLITE_FULL or raw.SQLITE_TOOBIG or raw.SQLITE_NOMEM => ToolErrorCodes.Limit,
                _ => ToolErrorCodes.BadData,
            };
            throw new ToolException(error, $"statement {index.ToString(CultureInfo.InvariantCulture)} of given.sql fails: {CallScope.Shown(link.Message)}");
        }
    }
}

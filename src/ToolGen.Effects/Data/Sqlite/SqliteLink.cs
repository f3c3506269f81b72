using System;
using System.Threading;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ToolGen.Effects.Data.Sqlite;

/// <summary>An open connection to an SQLite database with its guards on: authorizer, limits, and a clock that interrupts. Not thread-safe.</summary>
internal sealed class SqliteLink : IDisposable
{
    // Steps of SQLite's machine between two looks at the clock and the memory: some microseconds, or as many values of the greatest size.
    private const int StepsBetweenLooks = 100;

    // Bytes of SQLite's memory in this process beyond which no guarded statement goes on: sorting what a statement makes up would take all there is.
    private const long MaximumMemory = 256 << 20;

    // Pages of 4 KiB that a database in memory may have: 32 MiB.
    private const int MaximumMemoryPages = 8_192;

    // SQLITE_DBCONFIG_…
    private const int EnableLoadExtension = 1005, Defensive = 1010, DoubleQuotedStrings = 1013, TrustedSchema = 1017;

    private static readonly (int Limit, int Value)[] Limits =
    [
        (raw.SQLITE_LIMIT_ATTACHED, 0), (raw.SQLITE_LIMIT_LENGTH, SessionRules.MaximumValue + 4_096), (raw.SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (raw.SQLITE_LIMIT_EXPR_DEPTH, 200), (raw.SQLITE_LIMIT_COMPOUND_SELECT, 50), (raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
        (raw.SQLITE_LIMIT_TRIGGER_DEPTH, 50), (raw.SQLITE_LIMIT_COLUMN, 500), (raw.SQLITE_LIMIT_WORKER_THREADS, 0),
    ];

    private readonly SqliteConnection connection;
    private readonly SqliteAuthorizer authorizer = new();
    private readonly SqliteFunctions functions;
    private CancellationToken token;
    private long end = long.MaxValue;

    private SqliteLink(SqliteConnection connection)
    {
        this.connection = connection;
        this.functions = new(() => this.Look(null) != 0);
    }

    public sqlite3 Handle => this.connection.Handle!;

    /// <summary>When it was given back, in milliseconds of the system's clock.</summary>
    public long IdleSince { get; set; }

    /// <summary>Opens a connection and puts the guards on.</summary>
    /// <param name="settings">Of the grant.</param>
    /// <param name="mode">How the file is opened.</param>
    /// <param name="name">Logical, for messages.</param>
    /// <exception cref="ToolException"><c>unavailable</c>.</exception>
    public static SqliteLink Open(SqliteConnectionStringBuilder settings, SqliteOpenMode mode, string name)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            var link = new SqliteLink(connection);
            link.Guard(mode);
            return link;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is ToolException) throw;

            // The message of SQLite would show the path.
            throw new ToolException(ToolErrorCodes.Unavailable, $"the database {name} can't be opened{(e is SqliteException { SqliteErrorCode: var code } ? $": {raw.sqlite3_errstr(code).utf8_to_string()}" : "")}");
        }
    }

    /// <summary>Says what may be done from here on, and until when.</summary>
    public void Begin(SqliteRights rights, int milliseconds)
    {
        this.end = Environment.TickCount64 + milliseconds;
        this.authorizer.Rights = rights;
        raw.sqlite3_busy_timeout(this.Handle, Math.Min(milliseconds, 2_000));
    }

    /// <summary>Runs a statement of the guard itself.</summary>
    public int Own(string sql)
    {
        var rights = this.authorizer.Rights;
        this.authorizer.Rights = SqliteRights.Own;
        try
        {
            return raw.sqlite3_exec(this.Handle, sql);
        }
        finally
        {
            this.authorizer.Rights = rights;
        }
    }

    /// <summary>Lets the clock watch a token; without one again when the result is disposed.</summary>
    public Watch Watching(CancellationToken cancellationToken)
    {
        this.authorizer.HasRefused = false;
        this.HasOutgrown = false;
        this.token = cancellationToken;
        return new(this);
    }

    /// <summary>Whether the authorizer refused something since <see cref="Watching"/>.</summary>
    public bool HasRefused => this.authorizer.HasRefused;

    /// <summary>Whether a statement was ended since <see cref="Watching"/> for the memory that was taken.</summary>
    public bool HasOutgrown { get; private set; }

    /// <summary>Whether all databases of this process together hold more memory than they may.</summary>
    public static bool IsFull => raw.sqlite3_memory_used() > MaximumMemory;

    /// <summary>What SQLite says of the last call.</summary>
    public string Message => raw.sqlite3_errmsg(this.Handle).utf8_to_string();

    public void Dispose() => this.connection.Dispose();

    private void Guard(SqliteOpenMode mode)
    {
        raw.sqlite3_enable_load_extension(this.Handle, 0);
        this.Configure(EnableLoadExtension, 0);
        this.Configure(Defensive, 1);
        this.Configure(TrustedSchema, 0);
        this.Configure(DoubleQuotedStrings, 0);
        foreach (var (limit, value) in Limits) raw.sqlite3_limit(this.Handle, limit, value);
        if (raw.sqlite3_set_authorizer(this.Handle, this.authorizer.Answer, null) != raw.SQLITE_OK) throw new InvalidOperationException("no authorizer");
        this.functions.AddTo(this.Handle);
        raw.sqlite3_progress_handler(this.Handle, StepsBetweenLooks, this.Look, null);
        if (this.connection.ConnectionString.Contains("vfs=memdb", StringComparison.Ordinal)) this.Own($"PRAGMA max_page_count = {MaximumMemoryPages.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        var isReadOnly = mode == SqliteOpenMode.ReadOnly ? 1 : 0;
        if (this.Own($"PRAGMA query_only = {isReadOnly}; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0; PRAGMA recursive_triggers = 0") != raw.SQLITE_OK) throw new SqliteException(this.Message, raw.sqlite3_errcode(this.Handle));
    }

    private void Configure(int option, int value)
    {
        if (raw.sqlite3_db_config(this.Handle, option, value, out var now) != raw.SQLITE_OK || now != value) throw new InvalidOperationException($"SQLite's option {option} can't be set");
    }

    // Not 0 interrupts the statement.
    private int Look(object? data)
    {
        this.HasOutgrown |= IsFull;
        return this.HasOutgrown || this.token.IsCancellationRequested || Environment.TickCount64 >= this.end ? 1 : 0;
    }

    /// <summary>Ends <see cref="Watching"/>.</summary>
    public readonly struct Watch(SqliteLink link) : IDisposable
    {
        public void Dispose() => link.token = CancellationToken.None;
    }
}

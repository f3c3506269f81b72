using System;
using System.Collections.Frozen;
using SQLitePCL;

namespace ToolGen.Effects.Data.Sqlite;

/// <summary>What a connection may do at the moment.</summary>
internal enum SqliteRights
{
    /// <summary>Read rows.</summary>
    Read,

    /// <summary>Read and change rows.</summary>
    Write,

    /// <summary>Make a scratch database.</summary>
    Seed,

    /// <summary>The guard's own statements: settings, and the borders of transactions.</summary>
    Own,
}

/// <summary>
/// Answers SQLite's question whether an action may be compiled into a statement: a list of what may, all else is refused, what newer versions
/// of SQLite bring among it.
/// </summary>
internal sealed class SqliteAuthorizer
{
    // The last two take the square of the time that their texts are long, as one step that nothing interrupts.
    private static readonly FrozenSet<string> Functions = FrozenSet.ToFrozenSet(
        ["load_extension", "readfile", "writefile", "edit", "fsdir", "zipfile", "fts3_tokenizer", "sqlite_log", "sqlite_compileoption_get", "sqlite_compileoption_used", "json_patch", "jsonb_patch"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Tables = FrozenSet.ToFrozenSet(["sqlite_dbpage", "dbstat", "sqlite_stmt", "bytecode", "tables_used", "fsdir", "zipfile", "sqlite_memstat"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Modules = FrozenSet.ToFrozenSet(["fts5", "rtree"], StringComparer.OrdinalIgnoreCase);

    public SqliteRights Rights { get; set; } = SqliteRights.Own;

    /// <summary>Whether an action was refused since this was last set.</summary>
    public bool HasRefused { get; set; }

    /// <summary>The callback.</summary>
    public int Answer(object? data, int action, utf8z first, utf8z second, utf8z database, utf8z inner)
    {
        if (this.Rights == SqliteRights.Own) return raw.SQLITE_OK;
        if (this.Allows(action, first, second)) return raw.SQLITE_OK;
        this.HasRefused = true;
        return raw.SQLITE_DENY;
    }

    private bool Allows(int action, utf8z first, utf8z second) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_RECURSIVE => true,
        raw.SQLITE_READ => !Tables.Contains(first.utf8_to_string() ?? ""),
        raw.SQLITE_FUNCTION => !Functions.Contains(second.utf8_to_string() ?? ""),
        raw.SQLITE_INSERT or raw.SQLITE_UPDATE or raw.SQLITE_DELETE => this.Rights == SqliteRights.Seed || (this.Rights == SqliteRights.Write && !IsSystem(first)),
        raw.SQLITE_CREATE_VTABLE => this.Rights == SqliteRights.Seed && Modules.Contains(second.utf8_to_string() ?? ""),
        raw.SQLITE_CREATE_TABLE or raw.SQLITE_CREATE_INDEX or raw.SQLITE_CREATE_VIEW or raw.SQLITE_CREATE_TRIGGER or raw.SQLITE_DROP_TABLE
            or raw.SQLITE_DROP_INDEX or raw.SQLITE_DROP_VIEW or raw.SQLITE_DROP_TRIGGER or raw.SQLITE_DROP_VTABLE or raw.SQLITE_ALTER_TABLE
            or raw.SQLITE_REINDEX or raw.SQLITE_ANALYZE or raw.SQLITE_TRANSACTION => this.Rights == SqliteRights.Seed,
        _ => false,
    };

    private static bool IsSystem(utf8z table) => table.utf8_to_string() is not { } name || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase);
}

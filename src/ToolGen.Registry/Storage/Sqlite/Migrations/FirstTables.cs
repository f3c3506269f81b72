namespace ToolGen.Registry.Storage.Sqlite.Migrations;

/// <summary>1: the log, what follows from it, and the texts.</summary>
internal sealed class FirstTables : IMigration
{
    /// <summary><c>TGRG</c>, as <c>file</c> and the like read it.</summary>
    public const int ApplicationId = 0x54475247;

    private static readonly string[] Statements =
    [
        $"PRAGMA application_id = {ApplicationIdText}",
        "CREATE TABLE log (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL, subject TEXT) STRICT",
        "CREATE INDEX log_subject ON log (subject, sequence) WHERE subject IS NOT NULL",
        "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), registry TEXT NOT NULL, size INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, generation INTEGER NOT NULL, calls INTEGER NOT NULL) STRICT",
        """
        CREATE TABLE versions (id TEXT PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, claim TEXT, kind TEXT NOT NULL, maker TEXT NOT NULL, created INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT,
        evidence TEXT NOT NULL, spec TEXT NOT NULL, text TEXT NOT NULL, companion TEXT, tests TEXT, mcp TEXT NOT NULL, session TEXT, expires INTEGER, gone INTEGER NOT NULL, since INTEGER NOT NULL,
        changed INTEGER NOT NULL, records INTEGER NOT NULL, calls_before INTEGER NOT NULL) STRICT
        """,
        "CREATE INDEX versions_name ON versions (name COLLATE NOCASE)",
        "CREATE INDEX versions_changed ON versions (changed)",
        "CREATE INDEX versions_state ON versions (state, name)",
        "CREATE UNIQUE INDEX versions_claim ON versions (claim) WHERE claim IS NOT NULL",
        "CREATE TABLE texts (id TEXT PRIMARY KEY, spec TEXT NOT NULL, companion TEXT, tests TEXT, mcp TEXT NOT NULL) STRICT",
        "CREATE TABLE evidence (id TEXT PRIMARY KEY, version TEXT NOT NULL, text TEXT NOT NULL) STRICT",
        "CREATE INDEX evidence_version ON evidence (version)",
        "CREATE TABLE leases (id TEXT NOT NULL, owner TEXT NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (id, owner)) STRICT, WITHOUT ROWID",
        "CREATE TABLE approvals (id TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (id, key)) STRICT",
        "CREATE TABLE keys (key TEXT PRIMARY KEY, public TEXT NOT NULL, name TEXT NOT NULL, grant_text TEXT NOT NULL, added INTEGER NOT NULL, withdrawn INTEGER) STRICT",
        """
        CREATE TABLE usage (id TEXT PRIMARY KEY, answered INTEGER NOT NULL, caller INTEGER NOT NULL, tool INTEGER NOT NULL, environment INTEGER NOT NULL, refused INTEGER NOT NULL, callers INTEGER NOT NULL,
        us INTEGER NOT NULL, last INTEGER, recent TEXT NOT NULL) STRICT
        """,
        "CREATE TABLE callers (id TEXT NOT NULL, caller TEXT NOT NULL, PRIMARY KEY (id, caller)) STRICT, WITHOUT ROWID",
        "CREATE TABLE collections (name TEXT PRIMARY KEY, owner TEXT NOT NULL, created INTEGER NOT NULL) STRICT",
        "CREATE TABLE members (collection TEXT NOT NULL, tool TEXT NOT NULL, range TEXT, added INTEGER NOT NULL, PRIMARY KEY (collection, tool)) STRICT",
    ];

    private const string ApplicationIdText = "1413960263";

    public void Run(Sql sql)
    {
        foreach (var statement in Statements) sql.Run(statement);
    }
}

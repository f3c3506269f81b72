using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Sql;

/// <summary>
/// Names that a statement may not have, with quotes or without, with a schema before them or without: functions that reach files, networks,
/// other sessions or settings, sleep, lock, or run a text as SQL. In a read-only session some of them would still work.
/// </summary>
internal static class SqlNames
{
    /// <summary>Words that run something, in databases that are not known.</summary>
    public static readonly HashSet<string> Acting = new(StringComparer.OrdinalIgnoreCase) { "exec", "execute", "call", "do", "load", "outfile", "dumpfile", "openrowset", "opendatasource", "openquery", "shutdown", "waitfor", "handler", "lock" };

    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        // SQLite: its authorizer refuses them too.
        "load_extension", "readfile", "writefile", "edit", "fsdir", "fts3_tokenizer", "sqlite_dbpage", "zipfile",

        // PostgreSQL.
        "set_config", "setval", "query_to_xml", "query_to_xmlschema", "query_to_xml_and_xmlschema", "cursor_to_xml", "cursor_to_xmlschema",
        "table_to_xml", "table_to_xmlschema", "table_to_xml_and_xmlschema", "schema_to_xml", "schema_to_xmlschema", "schema_to_xml_and_xmlschema",
        "database_to_xml", "database_to_xmlschema", "database_to_xml_and_xmlschema", "ts_stat", "ts_rewrite", "xpath_table", "loread", "lowrite",

        // Views that show what a foreign server is reached with.
        "user_mapping_options", "foreign_server_options", "_pg_user_mappings", "_pg_foreign_servers",

        // Others.
        "load_file", "sleep", "benchmark", "get_lock", "xp_cmdshell", "sp_executesql", "sp_oacreate", "utl_http", "utl_file", "dbms_lock", "dbms_pipe",
    };

    private static readonly string[] Calls = ["dblink", "lo_", "crosstab", "connectby", "postgres_fdw_", "http_", "net_", "aws_", "cron_", "xp_", "sp_", "sys_eval", "sys_exec"];

    // What PostgreSQL keeps about its sessions, files, settings and users; any call of a pg_ function is refused but one.
    private static readonly string[] Catalog =
    [
        "pg_stat", "pg_shadow", "pg_authid", "pg_auth_members", "pg_user", "pg_roles", "pg_group", "pg_hba", "pg_ident", "pg_file", "pg_settings", "pg_config", "pg_db_role",
        "pg_largeobject", "pg_foreign", "pg_locks", "pg_cursors", "pg_prepared", "pg_backend", "pg_subscription", "pg_publication", "pg_replication", "pg_proc", "pg_shmem", "pg_aios",
    ];

    /// <summary>Whether a name is refused.</summary>
    /// <param name="name">Without quotes.</param>
    /// <param name="isCall">Whether a parenthesis follows.</param>
    /// <param name="dialect">Of the database.</param>
    public static bool IsRefused(string name, bool isCall, SqlDialect dialect)
    {
        if (Everywhere.Contains(name)) return isCall || !IsColumnName(name);
        if (isCall && Calls.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))) return true;
        if (dialect == SqlDialect.Sqlite || !name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase)) return false;
        return isCall ? !name.Equals("pg_typeof", StringComparison.OrdinalIgnoreCase) : Catalog.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a table of this name is the server's own: an account that may all could give an operator another function there.</summary>
    public static bool IsOfCatalog(string name) => name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase) && !name.Equals("pg_catalog", StringComparison.OrdinalIgnoreCase);

    // Words of everyday life: a column can have them for a name.
    private static bool IsColumnName(string name) => name.ToLowerInvariant() is "edit" or "sleep" or "benchmark";
}

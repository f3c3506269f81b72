namespace ToolGen.Specification.Sql;

/// <summary>Whose rules a statement is read by. They differ in comments, quotes and escapes, and what one reads as text another runs.</summary>
public enum SqlDialect
{
    /// <summary>Only what all agree on: where they differ the statement can't be read.</summary>
    Any,

    Sqlite,

    PostgreSql,
}

using Microsoft.Data.Sqlite;

/// <summary>In a file of its own: findings stand where a tool's own file leads here.</summary>
internal static class Db
{
    public static SqliteCommand Run(string sql) => new(sql);
}

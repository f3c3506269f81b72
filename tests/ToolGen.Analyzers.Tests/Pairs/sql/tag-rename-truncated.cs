// Renames a tag of a photo library; the name is escaped first and cut to the column's width afterwards.
using System;
using System.ComponentModel;
using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    internal static class Sql
    {
        private const int MaxTag = 24;

        public static string Text(string value)
        {
            var escaped = value.Replace("'", "''");
            if (escaped.Length > MaxTag) escaped = escaped[..MaxTag];
            return $"'{escaped}'";
        }
    }

    [McpServerToolType]
    public static class TagTools
    {
        [McpServerTool(Name = "rename_tag"), Description("Renames a tag of the photo library.")]
        public static string RenameTag(SqliteConnection library, string oldName, string newName)
        {
            using var command = library.CreateCommand();
            command.CommandText = "UPDATE tags SET name = " + Sql.Text(newName) + " WHERE name = " + Sql.Text(oldName);
            return command.ExecuteNonQuery() switch
            {
                0 => "there is no such tag",
                var n => $"{n} renamed",
            };
        }
    }
}

namespace Fixed
{
    internal static class Tags
    {
        private const int MaxTag = 24;

        public static string Normalize(string value) => value.Trim() is { Length: <= MaxTag } tag ? tag : value.Trim()[..MaxTag];
    }

    [McpServerToolType]
    public static class TagTools
    {
        [McpServerTool(Name = "rename_tag"), Description("Renames a tag of the photo library.")]
        public static string RenameTag(SqliteConnection library, string oldName, string newName)
        {
            using var command = library.CreateCommand();
            command.CommandText = "UPDATE tags SET name = @new WHERE name = @old";
            command.Parameters.Add("@new", SqliteType.Text).Value = Tags.Normalize(newName);
            command.Parameters.Add("@old", SqliteType.Text).Value = Tags.Normalize(oldName);
            return command.ExecuteNonQuery() switch
            {
                0 => "there is no such tag",
                var n => $"{n} renamed",
            };
        }
    }
}

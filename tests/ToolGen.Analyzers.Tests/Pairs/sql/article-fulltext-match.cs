// Searches articles with FTS5; the words are wrapped in double quotes for MATCH, not for SQL.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ArticleSearch
    {
        [McpServerTool(Name = "search_articles"), Description("Full-text search over the articles of the help centre.")]
        public static IEnumerable<string> Search(SqliteConnection connection, string words, int max = 10)
        {
            foreach (var title in Run(connection, Match(words), Math.Clamp(max, 1, 50)))
                yield return title;
        }

        private static string Match(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w}\""));

        private static List<string> Run(SqliteConnection connection, string match, int max)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT title FROM articles WHERE articles MATCH '{match}' ORDER BY rank LIMIT {max}";
            using var reader = command.ExecuteReader();
            var titles = new List<string>();
            while (reader.Read()) titles.Add(reader.GetString(0));
            return titles;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ArticleSearch
    {
        [McpServerTool(Name = "search_articles"), Description("Full-text search over the articles of the help centre.")]
        public static IEnumerable<string> Search(SqliteConnection connection, string words, int max = 10)
        {
            foreach (var title in Run(connection, Match(words), Math.Clamp(max, 1, 50)))
                yield return title;
        }

        private static string Match(string words) =>
            string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w.Replace("\"", "\"\"")}\""));

        private static List<string> Run(SqliteConnection connection, string match, int max)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT title FROM articles WHERE articles MATCH @match ORDER BY rank LIMIT {max}";
            command.Parameters.Add(new SqliteParameter("@match", match));
            using var reader = command.ExecuteReader();
            var titles = new List<string>();
            while (reader.Read()) titles.Add(reader.GetString(0));
            return titles;
        }
    }
}

// Searches an encrypted diary; the database's password is set on the connection string builder as a literal.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ToolGen;

namespace Vulnerable
{
    public static class DiaryTools
    {
        /// <summary>Finds diary entries that mention a word.</summary>
        [Tool(Name = "search_diary", ReadOnly = true)]
        public static async Task<List<string>> SearchAsync(string word, ToolContext context)
        {
            var builder = new SqliteConnectionStringBuilder { DataSource = "diary.db", Mode = SqliteOpenMode.ReadOnly };
            builder.Password = "Mein-Tagebuch-1987";
            await using var connection = new SqliteConnection(builder.ToString());
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = "select text from entries where instr(text, $word) > 0 limit 50";
            command.Parameters.AddWithValue("$word", word);
            var found = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) found.Add(reader.GetString(0));
            return found;
        }
    }
}

namespace Fixed
{
    public static class DiaryTools
    {
        /// <summary>Finds diary entries that mention a word.</summary>
        [Tool(Name = "search_diary", ReadOnly = true)]
        public static async Task<List<string>> SearchAsync(string word, ToolContext context)
        {
            var configuration = context.Services!.GetRequiredService<IConfiguration>();
            var builder = new SqliteConnectionStringBuilder { DataSource = "diary.db", Mode = SqliteOpenMode.ReadOnly };
            builder.Password = configuration["Diary:Password"] ?? throw new ToolException(ToolErrorCodes.Denied, "the diary's password is not configured");
            await using var connection = new SqliteConnection(builder.ToString());
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = "select text from entries where instr(text, $word) > 0 limit 50";
            command.Parameters.AddWithValue("$word", word);
            var found = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) found.Add(reader.GetString(0));
            return found;
        }
    }
}

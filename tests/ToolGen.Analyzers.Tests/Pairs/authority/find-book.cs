// Finds a book of a library; the data base file is opened by the tool itself.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen;

namespace Vulnerable
{
    public sealed class LibraryTools
    {
        /// <summary>Titles of an author.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public async Task<List<string>> FindBooksAsync(string author, ToolContext context, CancellationToken ct)
        {
            var titles = new List<string>();
            await using var connection = new SqliteConnection("Data Source=library.db;Mode=ReadOnly");
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT title FROM books WHERE author = $author ORDER BY year LIMIT 100";
            command.Parameters.AddWithValue("$author", author);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) titles.Add(reader.GetString(0));
            return titles;
        }
    }
}

namespace Fixed
{
    public sealed class LibraryTools
    {
        /// <summary>Titles of an author.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["sql library read"])]
        public async Task<List<string>> FindBooksAsync(string author, ToolContext context, CancellationToken ct)
        {
            await using var session = await context.Data.OpenAsync("library", cancellationToken: ct);
            var statement = new SqlStatement().Text("SELECT title FROM books WHERE author = ").Value(author).Text(" ORDER BY year LIMIT 100");
            var titles = new List<string>();
            foreach (var row in (await session.RunAsync(statement, ct)).Rows) titles.Add((string)row[0]!);
            return titles;
        }
    }
}

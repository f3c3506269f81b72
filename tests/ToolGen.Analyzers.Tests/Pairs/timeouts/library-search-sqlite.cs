// Searches a library by author; the reader is opened and read with no token at all.
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class LibraryTools(string connectionString)
    {
        [McpServerTool(Name = "books_by"), Description("Titles of an author.")]
        public async Task<List<string>> BooksByAsync(string author)
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = "SELECT title FROM books WHERE author = $author ORDER BY title LIMIT 100";
            command.Parameters.AddWithValue("$author", author);

            var titles = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                titles.Add(reader.GetString(0));
            }

            return titles;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class LibraryTools(string connectionString)
    {
        [McpServerTool(Name = "books_by"), Description("Titles of an author.")]
        public async Task<List<string>> BooksByAsync(string author, CancellationToken cancellationToken)
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 10;
            command.CommandText = "SELECT title FROM books WHERE author = $author ORDER BY title LIMIT 100";
            command.Parameters.AddWithValue("$author", author);

            var titles = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                titles.Add(reader.GetString(0));
            }

            return titles;
        }
    }
}

// Looks up books and members through a common repository; the column to search by comes from the caller.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public abstract class Repository(SqliteConnection connection)
    {
        protected abstract string Table { get; }

        protected async Task<List<string>> FindByAsync(string column, string value)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT title FROM {this.Table} WHERE [{column.Replace("[", "")}] = @value";
            command.Parameters.AddWithValue("@value", value);
            using var reader = await command.ExecuteReaderAsync();
            var found = new List<string>();
            while (await reader.ReadAsync()) found.Add(reader.GetString(0));
            return found;
        }
    }

    public sealed class BookPlugin(SqliteConnection connection) : Repository(connection)
    {
        protected override string Table => "books";

        [KernelFunction("find_books"), Description("Finds books by author, isbn or shelf.")]
        public Task<List<string>> FindBooksAsync(string field, string value) => this.FindByAsync(field, value);
    }
}

namespace Fixed
{
    public abstract class Repository(SqliteConnection connection)
    {
        protected abstract string Table { get; }

        protected abstract IReadOnlyList<string> Searchable { get; }

        protected async Task<List<string>> FindByAsync(string column, string value)
        {
            var known = this.Searchable.FirstOrDefault(name => name.Equals(column, StringComparison.OrdinalIgnoreCase))
                ?? throw new KernelException($"One can search by {string.Join(", ", this.Searchable)}.");
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT title FROM {this.Table} WHERE [{known}] = @value";
            command.Parameters.AddWithValue("@value", value);
            using var reader = await command.ExecuteReaderAsync();
            var found = new List<string>();
            while (await reader.ReadAsync()) found.Add(reader.GetString(0));
            return found;
        }
    }

    public sealed class BookPlugin(SqliteConnection connection) : Repository(connection)
    {
        protected override string Table => "books";

        protected override IReadOnlyList<string> Searchable { get; } = ["author", "isbn", "shelf"];

        [KernelFunction("find_books"), Description("Finds books by author, isbn or shelf.")]
        public Task<List<string>> FindBooksAsync(string field, string value) => this.FindByAsync(field, value);
    }
}

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Registry.Tests.Retrieval;

/// <summary>An index in a folder of its own.</summary>
internal sealed class OpenedIndex : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-index-").FullName;

    public string Path => System.IO.Path.Combine(this.folder, "index.db");

    public ToolIndex Index { get; private set; } = null!;

    public static async Task<OpenedIndex> OfAsync(params ToolDocument[] tools)
    {
        var opened = new OpenedIndex();
        await opened.OpenAsync();
        await opened.Index.UpdateAsync(tools, 1);
        return opened;
    }

    public static ToolDocument Tool(string name, string description, params string[] asks) => new() { Id = "id of " + name, Name = name, Description = description, Asks = asks };

    public async Task OpenAsync()
    {
        this.Index?.Dispose();
        this.Index = await ToolIndex.OpenAsync(this.Path);
    }

    /// <summary>Names in their order.</summary>
    public string Names(string text) => this.Names(new ToolQuery(text));

    public string Names(ToolQuery query) => string.Join(' ', this.Index.Search(query).Hits.Select(hit => hit.Name));

    /// <summary>What somebody does who has the file.</summary>
    public void Edit(string sql, params (string Name, object Value)[] values)
    {
        using var connection = new SqliteConnection($"Data Source={this.Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync()
    {
        this.Index.Dispose();
        Directory.Delete(this.folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Effects;
using ToolGen.Effects.Tests;

namespace ToolGen.Benchmarks.Effects;

/// <summary>Queries with a parameter, one after another, each in a session of its own; every cell is read.</summary>
internal sealed class DataRow(string name, int rows, int queries) : IEffectsRow
{
    private const int Columns = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;
    private readonly StubTool tool = new("sql shop read");
    private ToolEffects? effects;

    public string Name => name;

    public int Pairs => 60;

    private string Connection => $"Data Source={Path.Combine(this.folder, "shop.db")}";

    public ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        using (var connection = new SqliteConnection(this.Connection + ";Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, amount REAL, day TEXT);
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {(2 * rows) - 1})
                INSERT INTO orders SELECT i, 'customer ' || i, i * 1.25, '2025-03-01' FROM n
                """;
            command.ExecuteNonQuery();
        }

        this.effects = new(new() { Databases = new Dictionary<string, DatabaseGrant> { ["shop"] = new("sqlite", this.Connection) } });
        return default;
    }

    public async ValueTask<long> GuardedAsync(CancellationToken cancellationToken)
    {
        var cells = 0L;
        for (var i = 0; i < queries; i++)
        {
            // One context a call of a tool, as a host makes them.
            await using var session = await this.effects!.For(this.tool).Data.OpenAsync("shop", cancellationToken: cancellationToken);
            var read = await session.RunAsync(new SqlStatement().Text("SELECT id, customer, amount, day FROM orders WHERE id >= ").Value((long)rows), cancellationToken);
            foreach (var row in read.Rows)
                foreach (var cell in row) cells += cell is null ? 0 : 1;
        }

        return cells;
    }

    public ValueTask<long> BareAsync(CancellationToken cancellationToken)
    {
        var cells = 0L;
        for (var i = 0; i < queries; i++)
        {
            using var connection = new SqliteConnection(this.Connection + ";Mode=ReadOnly");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT id, customer, amount, day FROM orders WHERE id >= $from";
            command.Parameters.AddWithValue("$from", (long)rows);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                for (var column = 0; column < Columns; column++) cells += reader.GetValue(column) is null ? 0 : 1;
        }

        return new(cells);
    }

    public async ValueTask DisposeAsync()
    {
        if (this.effects is not null) await this.effects.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(this.folder, recursive: true);
    }
}

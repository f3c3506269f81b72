using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Npgsql;

namespace ToolGen.Effects.Tests.Data;

/// <summary>A database of a test class's own, on the server that <c>TOOLGEN_TEST_POSTGRESQL</c> names.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;
    private readonly NpgsqlDataSource own;

    private PostgreSqlServer(string server, string name)
    {
        this.server = server;
        this.name = name;
        this.own = NpgsqlDataSource.Create(this.Connection);
    }

    /// <summary>Its grant; the account is the server's first, which may all: what is refused is refused by the guard.</summary>
    public DatabaseGrant Grant => new("postgresql", this.Connection, GrantAccess.ReadWrite);

    private string Connection => new NpgsqlConnectionStringBuilder(this.server) { Database = this.name }.ConnectionString;

    /// <summary>Makes the database; null where there is no server.</summary>
    public static async Task<PostgreSqlServer?> CreateAsync(params string[] statements)
    {
        if (Environment.GetEnvironmentVariable("TOOLGEN_TEST_POSTGRESQL") is not { Length: > 0 } server) return null;
        var made = new PostgreSqlServer(server, "toolgen_" + Guid.NewGuid().ToString("N"));
        await ExecuteAsync(server, $"CREATE DATABASE {made.name}");
        foreach (var statement in statements) await made.ExecuteAsync(statement);
        return made;
    }

    /// <summary>Ends the test as inconclusive where there is no server.</summary>
    public static PostgreSqlServer Require(PostgreSqlServer? server)
    {
        if (server is null) Assert.Inconclusive("needs a PostgreSQL server, whose connection string TOOLGEN_TEST_POSTGRESQL says; .ci/run starts one");
        return server;
    }

    /// <summary>Runs a statement of the test itself, past the guard.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var command = this.own.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await this.own.DisposeAsync();
        await ExecuteAsync(this.server, $"DROP DATABASE {this.name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

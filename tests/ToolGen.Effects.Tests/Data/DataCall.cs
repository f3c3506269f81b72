using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Effects.Tests.Data;

/// <summary>One call's view of a database named <c>shop</c>.</summary>
internal sealed class DataCall(DatabaseGrant grant, params string[] capabilities) : System.IAsyncDisposable
{
    private readonly ToolEffects effects = new(new Grants { Databases = new Dictionary<string, DatabaseGrant> { ["shop"] = grant } });

    public ToolLimits Limits { get; init; } = ToolLimits.Default with { Sql = 1_000 };

    public IToolData Data => this.effects.For(new StubTool(capabilities.Length == 0 ? ["sql shop read"] : capabilities) { Caps = this.Limits }).Data;

    /// <summary>Runs a statement in a session of its own.</summary>
    public async Task<DataRows> RunAsync(SqlStatement statement, bool writes = false, bool commit = false, CancellationToken token = default)
    {
        await using var session = await this.Data.OpenAsync("shop", writes, token);
        var rows = await session.RunAsync(statement, token);
        if (commit) await session.CommitAsync(token);
        return rows;
    }

    public Task<DataRows> ReadAsync(string sql) => this.RunAsync(new SqlStatement().Text(sql));

    /// <summary>The first column as text.</summary>
    public static string First(DataRows rows) => string.Join(",", rows.Rows.Select(row => row[0]));

    public static async Task<ToolException> FailsAsync(Task task, params string[] codes)
    {
        var error = await Assert.ThrowsExactlyAsync<ToolException>(() => task);
        CollectionAssert.Contains(codes, error.Code, error.Message);
        return error;
    }

    public ValueTask DisposeAsync() => this.effects.DisposeAsync();
}

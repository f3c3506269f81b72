using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>Databases that the host granted by a logical name. Capabilities <c>sql NAME read</c> and <c>sql NAME write</c>.</summary>
public interface IToolData
{
    /// <summary>Opens a session: one snapshot, read-only unless <paramref name="writes"/>.</summary>
    /// <exception cref="ToolException"><c>denied</c>: not granted, or not for writing; <c>unavailable</c>; <c>limit</c>.</exception>
    ValueTask<IToolDataSession> OpenAsync(string database, bool writes = false, CancellationToken cancellationToken = default);
}

/// <summary>One transaction. Disposing what was not committed rolls back.</summary>
public interface IToolDataSession : IAsyncDisposable
{
    /// <summary>Runs one statement and reads its rows, at most <c>limits.rows</c>.</summary>
    /// <exception cref="ToolException"><c>denied</c>: the statement is not allowed in this session; <c>bad_data</c>: the database refuses it; <c>limit</c>, <c>timeout</c>.</exception>
    ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default);

    /// <summary>Makes the changes last.</summary>
    ValueTask CommitAsync(CancellationToken cancellationToken = default);
}

/// <summary>
/// One SQL statement: text of the spec and values in turn. Values never meet text; the host writes each as a parameter in the
/// dialect of the database.
/// </summary>
public sealed class SqlStatement
{
    private readonly List<SqlPart> parts = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<SqlPart> Parts => this.parts;

    /// <summary>Adds text; only ever a constant of the tool.</summary>
    public SqlStatement Text(string text) => this.Add(new(SqlPartKind.Text, text));

    /// <summary>Adds a parameter: null, a string, a number, a boolean, a date or time, a <see cref="Guid"/>, bytes.</summary>
    public SqlStatement Value(object? value) => this.Add(new(SqlPartKind.Value, value));

    /// <summary>Adds the parameters of an <c>IN (…)</c> list; an empty one matches nothing.</summary>
    public SqlStatement List<T>(IEnumerable<T>? values)
    {
        var list = new List<object?>();
        foreach (var value in values ?? []) list.Add(value);
        return this.Add(new(SqlPartKind.List, list));
    }

    /// <summary>Adds what stands alone in <c>IN ( … )</c>: a list, or one value.</summary>
    public SqlStatement Items(object? value) => value is System.Collections.IEnumerable list and not string ? this.List(System.Linq.Enumerable.Cast<object?>(list)) : this.Value(value);

    /// <summary>Adds a pattern of <c>LIKE</c> that matches texts with this one in them, its wildcards escaped.</summary>
    public SqlStatement Contains(string? value) => this.Add(new(SqlPartKind.Contains, value));

    /// <summary>Adds a pattern of <c>LIKE</c> that matches texts that start with this one, its wildcards escaped.</summary>
    public SqlStatement Starts(string? value) => this.Add(new(SqlPartKind.Starts, value));

    private SqlStatement Add(SqlPart part)
    {
        this.parts.Add(part);
        return this;
    }
}

/// <summary>What a <see cref="SqlPart"/> is.</summary>
public enum SqlPartKind
{
    /// <summary>SQL of the tool.</summary>
    Text,

    /// <summary>One parameter.</summary>
    Value,

    /// <summary>Parameters of a list; <see cref="SqlPart.Value"/> is an <c>IReadOnlyList&lt;object?&gt;</c>.</summary>
    List,

    /// <summary>A <c>LIKE</c> pattern.</summary>
    Contains,

    /// <summary>A <c>LIKE</c> pattern.</summary>
    Starts,
}

/// <summary>A part of a statement.</summary>
public readonly record struct SqlPart(SqlPartKind Kind, object? Value);

/// <summary>The rows of one statement.</summary>
/// <param name="Columns">Names as the database gives them.</param>
/// <param name="Rows">
/// Values in the order of the columns: null, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="bool"/>,
/// <see cref="string"/>, <c>byte[]</c>, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="DateTimeOffset"/>,
/// <see cref="TimeSpan"/>, <see cref="Guid"/> or <see cref="System.Numerics.BigInteger"/>.
/// </param>
/// <param name="Affected">Rows that were changed; 0 for a query.</param>
public sealed record DataRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, long Affected);

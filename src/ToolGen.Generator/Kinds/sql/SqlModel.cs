using System.Collections.Generic;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>What <c>sql.sbn</c> prints: every decision made.</summary>
/// <param name="Output">The result's type.</param>
/// <param name="UsesNow">Whether <c>now</c> is used.</param>
/// <param name="Columns">The names that rows are read by, as literals; empty where there are no rows.</param>
/// <param name="Statements">Those of <c>let</c> and <c>fail</c>, and the statement among them.</param>
/// <param name="Result">The expression of the output.</param>
/// <param name="Writes">Whether the changes are made to last.</param>
internal sealed record SqlModel(string Output, bool UsesNow, IReadOnlyList<string> Columns, IReadOnlyList<string> Statements, string Result, bool Writes);

/// <summary>What <c>statement.sbn</c> prints.</summary>
internal sealed record StatementModel
{
    /// <summary>The database's name, as a literal.</summary>
    public required string Database { get; init; }

    public required bool Writes { get; init; }

    /// <summary>C# that builds the statement.</summary>
    public required IReadOnlyList<string> Build { get; init; }

    /// <summary>C# that builds the statement that counts; empty: none does.</summary>
    public required IReadOnlyList<string> BuildCount { get; init; }

    /// <summary>The type of a row; empty: there are none.</summary>
    public required string Row { get; init; }

    /// <summary>The expression that makes a row of <c>r</c>.</summary>
    public required string Make { get; init; }

    /// <summary>Whether the one row is the output.</summary>
    public required bool IsFlat { get; init; }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Sql;

/// <summary>Why a statement is not run.</summary>
public enum SqlFault
{
    /// <summary>It can't be read, or not in one way.</summary>
    Unreadable,

    /// <summary>A hole stands in quotes or in a comment, where it would be no value.</summary>
    HoleInQuotes,

    /// <summary>Nothing, or more than one statement.</summary>
    NotOne,

    /// <summary>It changes tables, not rows.</summary>
    Schema,

    /// <summary>It changes rows, and may only read.</summary>
    Writes,

    /// <summary>It does something else than read or change rows.</summary>
    Statement,

    /// <summary>It uses a name that reaches beyond the database's rows.</summary>
    Name,
}

/// <summary>What is wrong with a statement.</summary>
/// <param name="Fault">The rule.</param>
/// <param name="Start">Where, in the text that was reviewed.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Message">In a few words.</param>
public sealed record SqlProblem(SqlFault Fault, int Start, int End, string Message);

/// <summary>
/// What stands in a statement, by one set of rules for the generator's findings and the guard. The rules refuse; that a statement passes
/// makes it no safer than its session, which is read-only by the database's own means.
/// </summary>
/// <param name="Tokens">All, up to a bad one.</param>
/// <param name="Problem">The first thing that is wrong; null: nothing.</param>
public sealed record SqlReview(IReadOnlyList<SqlToken> Tokens, SqlProblem? Problem)
{
    private static readonly HashSet<string> Reading = new(StringComparer.OrdinalIgnoreCase) { "select", "with", "values" };
    private static readonly HashSet<string> Writing = new(StringComparer.OrdinalIgnoreCase) { "insert", "update", "delete", "replace", "merge" };
    private static readonly HashSet<string> Schema = new(StringComparer.OrdinalIgnoreCase) { "create", "alter", "drop", "truncate", "rename", "comment", "reindex", "grant", "revoke", "reassign", "import" };

    /// <summary>Reviews the text of a statement, holes as <see cref="SqlLexer.Hole"/>.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="dialect">Of the database.</param>
    /// <param name="writes">Whether it may change rows.</param>
    public static SqlReview Of(string text, SqlDialect dialect, bool writes)
    {
        var tokens = SqlLexer.Read(text, dialect);
        return new(tokens, ProblemOf(tokens, dialect, writes));
    }

    /// <summary>Reviews a statement of a database that is not known: by the rules of one under which it can be read.</summary>
    public static SqlReview Of(string text, bool writes)
    {
        var sqlite = Of(text, SqlDialect.Sqlite, writes);
        if (sqlite.Problem is null) return Of(text, SqlDialect.PostgreSql, writes) is { Problem.Fault: SqlFault.Name } names ? names : sqlite;
        return sqlite.Problem.Fault == SqlFault.Unreadable && Of(text, SqlDialect.PostgreSql, writes) is { Problem: not { Fault: SqlFault.Unreadable } } other ? other : sqlite;
    }

    private static SqlProblem? ProblemOf(IReadOnlyList<SqlToken> tokens, SqlDialect dialect, bool writes)
    {
        if (tokens.Count > 0 && tokens[tokens.Count - 1] is { Kind: SqlTokenKind.Bad } bad)
            return new(bad.Value.StartsWith("a hole", StringComparison.Ordinal) ? SqlFault.HoleInQuotes : SqlFault.Unreadable, bad.Start, bad.End, bad.Value);
        var count = tokens.Count > 0 && tokens[tokens.Count - 1].IsSymbol(';') ? tokens.Count - 1 : tokens.Count;
        if (count == 0) return new(SqlFault.NotOne, 0, 0, "there is no statement");
        for (var i = 0; i < count; i++)
            if (tokens[i].IsSymbol(';')) return new(SqlFault.NotOne, tokens[i].Start, tokens[i].End, "a second statement begins behind ;");
        var head = tokens.First(token => !token.IsSymbol('('));
        return HeadProblem(head, writes) ?? Enumerable.Range(0, count).Select(i => TokenProblem(tokens, i, dialect, writes)).FirstOrDefault(problem => problem is not null);
    }

    private static SqlProblem? HeadProblem(SqlToken head, bool writes)
    {
        var word = head.Kind == SqlTokenKind.Word ? head.Value : "";
        if (Reading.Contains(word) || (writes && Writing.Contains(word))) return null;
        var fault = Writing.Contains(word) ? SqlFault.Writes : Schema.Contains(word) ? SqlFault.Schema : SqlFault.Statement;
        var rest = fault switch
        {
            SqlFault.Writes => "changes rows, and this session only reads",
            SqlFault.Schema => "changes tables or rights; a tool only works with rows",
            _ => writes ? "is none of SELECT, WITH, VALUES, INSERT, UPDATE, DELETE, REPLACE, MERGE" : "is none of SELECT, WITH, VALUES",
        };
        return new(fault, head.Start, head.End, word.Length == 0 ? "the statement does not begin with SELECT" : $"{word.ToUpperInvariant()} {rest}");
    }

    private static SqlProblem? TokenProblem(IReadOnlyList<SqlToken> tokens, int i, SqlDialect dialect, bool writes)
    {
        var token = tokens[i];
        if (!token.IsNaming) return null;
        if (token.IsWord("into") && !SqlTargets.IsOfInsert(tokens, i))
            return new(SqlFault.Schema, token.Start, token.End, "SELECT … INTO makes a table or a file");
        if (dialect == SqlDialect.Any && !writes && token.Kind == SqlTokenKind.Word && (Writing.Contains(token.Value) || SqlNames.Acting.Contains(token.Value)) && !(i + 1 < tokens.Count && tokens[i + 1].IsSymbol('(')))
            return new(SqlFault.Writes, token.Start, token.End, $"{token.Value.ToUpperInvariant()} changes rows, and this session only reads");
        var isCall = i + 1 < tokens.Count && tokens[i + 1].IsSymbol('(');
        var isCatalog = writes && dialect != SqlDialect.Sqlite && SqlNames.IsOfCatalog(token.Value) && SqlTargets.IsTable(tokens, i);
        return isCatalog || SqlNames.IsRefused(token.Value, isCall, dialect) ? new(SqlFault.Name, token.Start, token.End, $"{token.Value} reaches beyond the rows of the database") : null;
    }
}

using System;
using System.Collections.Generic;

namespace ToolGen.Specification.Sql;

/// <summary>Where a statement puts rows: what stands behind <c>INTO</c>, <c>UPDATE</c> and <c>FROM</c>.</summary>
internal static class SqlTargets
{
    private static readonly HashSet<string> Inserting = new(StringComparer.OrdinalIgnoreCase) { "insert", "replace", "merge" };
    private static readonly HashSet<string> OnConflict = new(StringComparer.OrdinalIgnoreCase) { "replace", "rollback", "abort", "fail", "ignore" };
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { "select", "values", "table", "insert", "update", "delete", "replace", "merge" };

    /// <summary>Whether <c>INTO</c> belongs to an <c>INSERT</c>; else it makes a table or a file, whatever word stands before it: <c>SELECT 1 AS ignore INTO t</c>.</summary>
    /// <param name="tokens">Of the statement.</param>
    /// <param name="into">The index of the word.</param>
    public static bool IsOfInsert(IReadOnlyList<SqlToken> tokens, int into)
    {
        var verb = into - 1;
        if (verb > 0 && Is(tokens[verb], OnConflict) && (tokens[verb - 1].IsWord("or") || tokens[verb - 1].IsWord("insert"))) verb -= tokens[verb - 1].IsWord("or") ? 2 : 1;
        return verb >= 0 && Is(tokens[verb], Inserting) && Begins(tokens, verb);
    }

    /// <summary>Whether a name is that of a table whose rows are read or changed, as far as its place says.</summary>
    public static bool IsTable(IReadOnlyList<SqlToken> tokens, int name)
    {
        var before = name - 1;
        while (before > 0 && tokens[before].IsSymbol('.')) before -= 2;
        while (before >= 0 && (tokens[before].IsSymbol('(') || tokens[before].IsWord("only") || tokens[before].IsWord("table"))) before--;
        return before >= 0 && (tokens[before].IsWord("into") || tokens[before].IsWord("update") || tokens[before].IsWord("from") || tokens[before].IsWord("join"));
    }

    // No statement has begun before it between the same parentheses: only WITH may stand there.
    private static bool Begins(IReadOnlyList<SqlToken> tokens, int verb)
    {
        var depth = 0;
        for (var i = verb - 1; i >= 0 && depth >= 0; i--)
        {
            if (tokens[i].IsSymbol(')')) depth++;
            else if (tokens[i].IsSymbol('(')) depth--;
            else if (depth == 0 && Is(tokens[i], Verbs)) return false;
        }

        return true;
    }

    private static bool Is(SqlToken token, HashSet<string> words) => token.Kind == SqlTokenKind.Word && words.Contains(token.Value);
}

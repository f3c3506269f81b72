using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Sql;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>What the outermost level of a statement says, where it says it plainly.</summary>
internal sealed class SqlShape
{
    private static readonly HashSet<string> EndOfList = new(StringComparer.OrdinalIgnoreCase) { "from", "where", "group", "having", "window", "order", "limit", "offset", "fetch", "union", "intersect", "except", "into" };

    // Words that an expression ends with, and so no names.
    private static readonly HashSet<string> NoAlias = new(StringComparer.OrdinalIgnoreCase) { "end", "null", "true", "false", "current_date", "current_time", "current_timestamp" };
    private static readonly HashSet<string> NoOperand = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "not", "null", "and", "or", "like", "ilike", "in", "between", "case", "when", "then", "else", "as", "distinct", "collate", "escape", "from", "at", "time", "zone", "cast", "over", "filter",
    };

    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { "select", "insert", "update", "delete", "replace", "merge" };

    private readonly IReadOnlyList<SqlToken> tokens;
    private readonly List<int> outer = [];

    public SqlShape(IReadOnlyList<SqlToken> tokens)
    {
        this.tokens = tokens;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsSymbol(')')) depth--;
            if (depth == 0) this.outer.Add(i);
            if (tokens[i].IsSymbol('(')) depth++;
        }
    }

    /// <summary>The place of the first token of the clauses that order and cut; the statement's end where there are none.</summary>
    public int? Page => this.First("order", "limit", "offset", "fetch") is { } at ? this.tokens[at].Start : null;

    /// <summary>The end of the statement, a last semicolon left out.</summary>
    public int End => this.tokens.Count == 0 ? 0 : this.tokens[this.tokens.Count - 1] is var last && last.IsSymbol(';') ? last.Start : last.End;

    public bool IsOrdered => this.First("order") is not null;

    /// <summary>The clause that cuts; null: none.</summary>
    public SqlToken? Cut => this.First("limit", "fetch") is { } at ? this.tokens[at] : null;

    /// <summary>Whether it gives rows.</summary>
    public bool GivesRows => this.List is not null || this.tokens.FirstOrDefault(token => !token.IsSymbol('(')).IsWord("values") || (this.tokens.Count > 0 && this.tokens[0].IsSymbol('('));

    /// <summary>The columns, in order; <see cref="SqlColumn.Name"/> null where a column has no certain name. Null: they are not known, as in <c>SELECT *</c>.</summary>
    public IReadOnlyList<SqlColumn>? Columns()
    {
        if (this.List is not { } list || this.tokens[0].IsSymbol('(')) return null;
        var columns = new List<SqlColumn>();
        var item = new List<int>();
        var at = list + 1;
        while (at < this.outer.Count && (this.tokens[this.outer[at]].IsWord("distinct") || this.tokens[this.outer[at]].IsWord("all"))) at++;
        if (at < this.outer.Count && this.tokens[this.outer[at]].IsWord("on")) at += 3;
        for (; at <= this.outer.Count; at++)
        {
            var token = at < this.outer.Count ? this.tokens[this.outer[at]] : default;
            var isEnd = at == this.outer.Count || token.IsSymbol(';') || (token.Kind == SqlTokenKind.Word && EndOfList.Contains(token.Value) && !this.IsDistinctFrom(at));
            if (!isEnd && !token.IsSymbol(','))
            {
                item.Add(this.outer[at]);
                continue;
            }

            if (item.Count == 0 || this.tokens[item[item.Count - 1]].IsSymbol('*')) return null;
            columns.Add(this.Column(item));
            item.Clear();
            if (isEnd) break;
        }

        return columns;
    }

    // The word that the list of columns stands behind: the first SELECT outside of parentheses, or RETURNING.
    private int? List
    {
        get
        {
            var verb = this.outer.FindIndex(i => this.tokens[i].Kind == SqlTokenKind.Word && Verbs.Contains(this.tokens[i].Value));
            if (verb < 0) return null;
            if (this.tokens[this.outer[verb]].IsWord("select")) return verb;
            var at = this.outer.FindIndex(i => this.tokens[i].IsWord("returning"));
            return at < 0 ? null : at;
        }
    }

    private bool IsDistinctFrom(int at) => this.tokens[this.outer[at]].IsWord("from") && at > 0 && this.tokens[this.outer[at - 1]].IsWord("distinct");

    private int? First(params string[] words)
    {
        foreach (var i in this.outer)
            if (words.Any(this.tokens[i].IsWord)) return i;
        return null;
    }

    private SqlColumn Column(List<int> item)
    {
        var last = this.tokens[item[item.Count - 1]];
        var start = this.tokens[item[0]].Start;
        var none = new SqlColumn(null, start, last.End);
        if (!last.IsNaming || (last.Kind == SqlTokenKind.Word && NoAlias.Contains(last.Value) && !(item.Count > 1 && this.tokens[item[item.Count - 2]].IsWord("as")))) return none;
        var named = new SqlColumn(last.Value, start, last.End);
        if (item.Count == 1) return named;
        var before = this.tokens[item[item.Count - 2]];
        if (before.IsWord("as")) return named;

        // schema.table.column, or a name right behind an operand.
        if (before.IsSymbol('.')) return item.Select((i, at) => at % 2 == 0 ? this.tokens[i].IsNaming : this.tokens[i].IsSymbol('.')).All(isPath => isPath) ? named : none;
        var isOperand = before.IsSymbol(')') || before.Kind is SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Hole or SqlTokenKind.Name || before.IsWord("end")
            || (before.Kind == SqlTokenKind.Word && !NoOperand.Contains(before.Value));
        return isOperand ? named : none;
    }
}

/// <summary>A column of a statement.</summary>
/// <param name="Name">Null: none that is certain.</param>
/// <param name="Start">Of its text.</param>
/// <param name="End">Exclusive.</param>
internal sealed record SqlColumn(string? Name, int Start, int End);

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Specification.Sql;

namespace ToolGen.Effects.Data;

/// <summary>A statement in the words of a database: its text with parameters' marks, and the parameters' values.</summary>
internal sealed class SqlText
{
    /// <summary>Characters of a statement's text.</summary>
    private const int MaximumLength = 256 << 10;

    /// <summary>Parameters of a statement: what SQLite takes.</summary>
    private const int MaximumParameters = 32_000;

    private readonly StringBuilder text = new();
    private readonly List<object?> values = [];
    private readonly SqlDialect dialect;

    private SqlText(SqlDialect dialect) => this.dialect = dialect;

    public string Text => this.text.ToString();

    /// <summary>In the order of their marks: null, a string, a number, a boolean, a date or time, a <see cref="Guid"/>, a <c>byte[]</c>.</summary>
    public IReadOnlyList<object?> Values => this.values;

    /// <summary>Reviews a statement and writes it.</summary>
    /// <exception cref="ToolException"><c>denied</c>: it is not allowed; <c>limit</c>: it is too large; <c>bad_data</c>: a value can't be a parameter.</exception>
    public static SqlText Of(SqlStatement statement, SqlDialect dialect, bool writes)
    {
        var template = string.Concat(statement.Parts.Select(part => part.Kind == SqlPartKind.Text ? (string?)part.Value : SqlLexer.Hole.ToString()));
        if (template.Length > MaximumLength) throw new ToolException(ToolErrorCodes.Limit, $"the statement's text has more than {MaximumLength >> 10} KiB");
        var review = SqlReview.Of(template, dialect, writes);
        if (review.Problem is { } problem) throw new ToolException(ToolErrorCodes.Denied, $"this statement is not run: {problem.Message}");

        var parts = statement.Parts.Where(part => part.Kind != SqlPartKind.Text).ToArray();
        var sql = new SqlText(dialect);
        var at = 0;
        var used = 0;
        for (var i = 0; i < review.Tokens.Count; i++)
        {
            var token = review.Tokens[i];
            if (token.IsSymbol(';') && i == review.Tokens.Count - 1)
            {
                sql.text.Append(template, at, token.Start - at);
                at = template.Length;
            }

            if (token.Kind != SqlTokenKind.Hole) continue;
            if (used == parts.Length) break;
            var part = parts[used++];
            var start = part.Kind == SqlPartKind.List ? ListStart(review.Tokens, i) : token.Start;
            if (part.Kind == SqlPartKind.List && ((IReadOnlyList<object?>)part.Value!).Count == 0)
            {
                sql.text.Append(template, at, start - at).Append(sql.EmptyList(template, start, token.Start));
            }
            else
            {
                sql.text.Append(template, at, token.Start - at);
                sql.Write(part);

                // Alone it would be of no type: {name} IS NULL.
                if (dialect == SqlDialect.PostgreSql && i + 1 < review.Tokens.Count && review.Tokens[i + 1].IsWord("is")) sql.text.Append("::text");
            }

            at = token.End;
        }

        // A text of the tool that has the sign of a hole itself.
        if (used != parts.Length || review.Tokens.Count(token => token.Kind == SqlTokenKind.Hole) != used) throw new ToolException(ToolErrorCodes.Denied, "this statement is not run: its text and its values do not fit together");
        sql.text.Append(template, at, template.Length - at);
        return sql;
    }

    // A list stands in IN ( … ) alone: only there an empty one has a meaning. Gives the place of [NOT] IN.
    private static int ListStart(IReadOnlyList<SqlToken> tokens, int hole)
    {
        if (hole < 2 || !tokens[hole - 1].IsSymbol('(') || !tokens[hole - 2].IsWord("in") || hole + 1 >= tokens.Count || !tokens[hole + 1].IsSymbol(')'))
            throw new ToolException(ToolErrorCodes.Denied, "this statement is not run: a list stands outside of IN (…), or not alone there");
        return hole > 2 && tokens[hole - 3].IsWord("not") ? tokens[hole - 3].Start : tokens[hole - 2].Start;
    }

    // It matches nothing, and NOT IN everything, whatever the type of what stands before.
    private string EmptyList(string template, int start, int end) => this.dialect switch
    {
        SqlDialect.Sqlite => template[start..end],
        SqlDialect.PostgreSql when template[start] is 'n' or 'N' => "<> ALL ('{}'",
        SqlDialect.PostgreSql => "= ANY ('{}'",
        _ => template[start..end] + "SELECT NULL WHERE 1 = 0",
    };

    private void Write(SqlPart part)
    {
        switch (part.Kind)
        {
            case SqlPartKind.List:
                var separator = "";
                foreach (var value in (IReadOnlyList<object?>)part.Value!)
                {
                    this.text.Append(separator);
                    this.Parameter(value);
                    separator = ", ";
                }

                break;
            case SqlPartKind.Contains or SqlPartKind.Starts:
                this.Parameter(Pattern((string?)part.Value, part.Kind == SqlPartKind.Contains));
                this.text.Append(" ESCAPE '!'");
                break;
            default:
                this.Parameter(part.Value);
                break;
        }
    }

    private void Parameter(object? value)
    {
        if (this.values.Count == MaximumParameters) throw new ToolException(ToolErrorCodes.Limit, $"more than {MaximumParameters} values in one statement");
        this.values.Add(SqlValue.Of(value));
        var number = this.values.Count.ToString(CultureInfo.InvariantCulture);
        this.text.Append(this.dialect switch { SqlDialect.Sqlite => "?", SqlDialect.PostgreSql => "$" + number, _ => "@p" + number });
    }

    // The escape character is one that no database gives a meaning in quotes.
    private static string? Pattern(string? value, bool isInside) => value is null
        ? null
        : $"{(isInside ? "%" : "")}{value.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal)}%";
}

using System;
using System.Collections.Generic;

namespace ToolGen.Specification.Sql;

/// <summary>
/// The tokens of a statement, as the database will see them. The text is hostile: where a reading is not certain there is no reading
/// (<see cref="SqlTokenKind.Bad"/>), and nothing behind it is looked at.
/// </summary>
public sealed class SqlLexer
{
    /// <summary>Stands for a hole in the text that is read. A text of a spec that has one itself gives more holes than there are values, and is refused for that.</summary>
    public const char Hole = '\uFFFC';

    private readonly string text;
    private readonly SqlDialect dialect;
    private readonly List<SqlToken> tokens = [];
    private int at;
    private bool behindEscaped;

    private SqlLexer(string text, SqlDialect dialect)
    {
        this.text = text;
        this.dialect = dialect;
    }

    /// <summary>All tokens, comments and white space left out.</summary>
    public static IReadOnlyList<SqlToken> Read(string text, SqlDialect dialect)
    {
        var lexer = new SqlLexer(text, dialect);
        while (lexer.Next())
        {
        }

        return lexer.tokens;
    }

    private char Ahead(int distance) => this.at + distance < this.text.Length ? this.text[this.at + distance] : '\0';

    private bool Next()
    {
        if (!this.SkipSpace() || this.at == this.text.Length) return false;
        var c = this.text[this.at];
        if (c == Hole) return this.Take(SqlTokenKind.Hole, this.at + 1);
        if (c == '\'') return this.behindEscaped ? this.Bad("text right behind E'…' goes on with it") : this.Text(this.at, false);
        if (c == '"') return this.Quoted('"');
        if (c is '`' or '[' && this.dialect != SqlDialect.PostgreSql) return this.dialect == SqlDialect.Sqlite ? this.Quoted(c == '[' ? ']' : '`') : this.Bad($"databases differ over {c}: put names into double quotes");
        if (c == '$') return this.Dollar();
        if (IsDigit(c) || (c == '.' && IsDigit(this.Ahead(1)))) return this.Number();
        if (IsWordStart(c)) return this.Word();
        if (c < ' ' || c is '\u007F' or '\\' or '`') return this.Bad($"the character U+{(int)c:X4} has no place here");
        if (c == '@' && IsWordStart(this.Ahead(1))) return this.Bad("@ would be a parameter: values stand in holes, {name}");
        if (this.dialect != SqlDialect.PostgreSql && (c is '?' or '@' || (c == ':' && IsWordStart(this.Ahead(1))) || c == '#')) return this.Bad($"{c} would be a parameter or a comment: values stand in holes, {{name}}");
        return this.Take(SqlTokenKind.Symbol, this.at + 1);
    }

    // White space and comments. False where a comment can't be read.
    private bool SkipSpace()
    {
        while (this.at < this.text.Length)
        {
            var c = this.text[this.at];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f') this.at++;
            else if (c == '-' && this.Ahead(1) == '-') { if (!this.LineComment()) return false; }
            else if (c == '/' && this.Ahead(1) == '*') { if (!this.BlockComment()) return false; }
            else return true;
        }

        return true;
    }

    // PostgreSQL ends one at a carriage return too.
    private bool LineComment()
    {
        for (; this.at < this.text.Length && this.text[this.at] != '\n'; this.at++)
        {
            if (this.text[this.at] is Hole or '\0') return this.Bad("a hole stands in a comment");
            if (this.text[this.at] != '\r') continue;
            if (this.dialect == SqlDialect.PostgreSql) return true;
            if (this.dialect == SqlDialect.Any && this.Ahead(1) != '\n') return this.Bad("databases differ over where this comment ends");
        }

        return true;
    }

    // PostgreSQL nests them, SQLite does not; MySQL runs what stands in /*! … */.
    private bool BlockComment()
    {
        var depth = 0;
        do
        {
            if (this.at + 1 >= this.text.Length) return this.Bad("a comment has no end");
            if (this.text[this.at] is Hole or '\0') return this.Bad("a hole stands in a comment");
            if (this.text[this.at] == '*' && this.text[this.at + 1] == '/')
            {
                depth--;
                this.at += 2;
            }
            else if (this.text[this.at] == '/' && this.text[this.at + 1] == '*' && (depth == 0 || this.dialect != SqlDialect.Sqlite))
            {
                if (this.dialect == SqlDialect.Any && (depth > 0 || this.Ahead(2) is '!' or 'M')) return this.Bad("databases differ over this comment");
                depth++;
                this.at += 2;
            }
            else
            {
                this.at++;
            }
        }
        while (depth > 0);
        return true;
    }

    // A quote is doubled inside; a backslash escapes in E'…' of PostgreSQL, and everywhere in MySQL.
    private bool Text(int start, bool isEscaped)
    {
        for (var i = this.at + 1; i < this.text.Length; i++)
        {
            var c = this.text[i];
            if (c == Hole) return this.Bad("a hole stands inside a text in quotes", start, i + 1);
            if (c == '\0') break;
            if (c == '\\' && this.dialect == SqlDialect.Any) return this.Bad("databases differ over a backslash in quotes", start, i + 1);
            if (c == '\\' && isEscaped && ++i < this.text.Length && this.text[i] == '\'') return this.Bad("write '' for a quote inside of E'…'", start, i + 1);
            if (c != '\'') continue;
            if (i + 1 < this.text.Length && this.text[i + 1] == '\'')
            {
                i++;
                continue;
            }

            this.at = start;
            this.Take(SqlTokenKind.String, i + 1);
            this.behindEscaped = isEscaped;
            return true;
        }

        return this.Bad("a text in quotes has no end", start, this.text.Length);
    }

    private bool Quoted(char close)
    {
        var name = "";
        for (var i = this.at + 1; i < this.text.Length; i++)
        {
            var c = this.text[i];
            if (c == Hole) return this.Bad("a hole stands inside a name in quotes", this.at, i + 1);
            if (c == '\0' || (c == '\\' && this.dialect == SqlDialect.Any)) break;
            if (c == close && (close == ']' || i + 1 >= this.text.Length || this.text[i + 1] != close)) return this.Take(SqlTokenKind.Name, i + 1, name);
            if (c == close) i++;
            name += c;
        }

        return this.Bad("a name in quotes has no end", this.at, this.text.Length);
    }

    // $tag$ … $tag$ of PostgreSQL; elsewhere, and before digits, a parameter.
    private bool Dollar()
    {
        var end = this.at + 1;
        while (end < this.text.Length && IsWord(this.text[end]) && this.text[end] != '$') end++;
        if (this.dialect != SqlDialect.PostgreSql || end >= this.text.Length || this.text[end] != '$' || IsDigit(this.Ahead(1))) return this.Bad("$ would be a parameter: values stand in holes, {name}");
        var tag = this.text.Substring(this.at, end + 1 - this.at);
        var close = this.text.IndexOf(tag, end + 1, StringComparison.Ordinal);
        if (close < 0) return this.Bad($"a text that begins with {tag} has no end", this.at, this.text.Length);
        var hole = this.text.IndexOf(Hole, end + 1, close - end - 1);
        return hole >= 0 ? this.Bad("a hole stands inside a text in quotes", this.at, hole + 1) : this.Take(SqlTokenKind.String, close + tag.Length);
    }

    private bool Number()
    {
        var end = this.at;
        if (this.text[end] == '0' && this.Ahead(1) is 'x' or 'X')
        {
            end += 2;
            while (end < this.text.Length && (IsDigit(this.text[end]) || this.text[end] is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))) end++;
        }
        else
        {
            while (end < this.text.Length && IsDigit(this.text[end])) end++;
            if (end < this.text.Length && this.text[end] == '.') end++;
            while (end < this.text.Length && IsDigit(this.text[end])) end++;
            if (end < this.text.Length && this.text[end] is 'e' or 'E')
            {
                end++;
                if (end < this.text.Length && this.text[end] is '+' or '-') end++;
                while (end < this.text.Length && IsDigit(this.text[end])) end++;
            }
        }

        // Older servers read 1x as 1 and x.
        return end < this.text.Length && IsWord(this.text[end]) ? this.Bad("a number runs into a word", this.at, end + 1) : this.Take(SqlTokenKind.Number, end);
    }

    private bool Word()
    {
        var start = this.at;
        var end = start;
        while (end < this.text.Length && IsWord(this.text[end])) end++;
        var word = this.text.Substring(start, end - start);
        var next = end < this.text.Length ? this.text[end] : '\0';
        if (next == '\'' && word.Length == 1 && "eEbBxXnN".IndexOf(word[0]) >= 0)
        {
            if (this.dialect == SqlDialect.Any) return this.Bad($"databases differ over {word}'…'");
            this.at = end;
            return this.Text(start, this.dialect == SqlDialect.PostgreSql && word is "e" or "E");
        }

        if (next == '&' && word is "u" or "U" && end + 1 < this.text.Length && this.text[end + 1] is '\'' or '"') return this.Bad("write the characters themselves, not U&");
        return this.Take(SqlTokenKind.Word, end, word);
    }

    private bool Take(SqlTokenKind kind, int end, string? value = null)
    {
        this.tokens.Add(new(kind, this.at, end, value ?? (kind == SqlTokenKind.Symbol ? this.text.Substring(this.at, 1) : "")));
        this.at = end;
        this.behindEscaped = false;
        return true;
    }

    private bool Bad(string what) => this.Bad(what, this.at, Math.Min(this.at + 1, this.text.Length));

    private bool Bad(string what, int start, int end)
    {
        this.tokens.Add(new(SqlTokenKind.Bad, start, end, what));
        return false;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWordStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (c >= '\u0080' && c is not (Hole or '\uFEFF'));

    private static bool IsWord(char c) => IsWordStart(c) || IsDigit(c) || c == '$';
}

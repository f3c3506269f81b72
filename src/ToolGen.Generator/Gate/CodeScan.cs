using System.Collections.Generic;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Gate;

/// <summary>
/// Walks over C# before Roslyn sees it, with a stack of its own: bounds the nesting (Roslyn's lexer and type scanner recurse without a
/// guard), and refuses directives, escapes in names and literals on which two readers could differ. It is strict where it is unsure, so
/// that nothing can hide in what it takes for text.
/// </summary>
internal sealed class CodeScan
{
    private const string AngleContext = ".,?*[]():<>";

    private readonly CodeText code;
    private readonly string text;
    private readonly bool comments;
    private readonly Stack<Frame> frames = new();
    private int angles;
    private int at;

    private CodeScan(CodeText code, bool comments)
    {
        this.code = code;
        this.text = code.Value;
        this.comments = comments;
        this.frames.Push(new Frame('\0', Style.Bracket, 0, 0));
    }

    private enum Style
    {
        Bracket,
        Hole,
        Regular,
        Verbatim,
        Raw,
    }

    /// <summary>True where the text may go to the parser; else one finding was added.</summary>
    /// <param name="code">The text.</param>
    /// <param name="comments">Whether comments may stand in it.</param>
    public static bool Accepts(CodeText code, bool comments) => new CodeScan(code, comments).Run();

    private bool Run()
    {
        while (this.at < this.text.Length)
        {
            if (!(this.Top.Style > Style.Hole ? this.StepInText(this.Top) : this.StepInCode())) return false;
        }

        if (this.frames.Count == 1) return true;
        var open = this.Top;
        return open.Style > Style.Hole ? this.Unterminated(open.Start) : this.Unbalanced(open.Start);
    }

    private bool StepInCode()
    {
        var c = this.text[this.at];
        switch (c)
        {
            case '(': return this.Open(')', Style.Bracket, 1);
            case '[': return this.Open(']', Style.Bracket, 1);
            case '{': return this.Open('}', Style.Bracket, 1);
            case ')' or ']' or '}': return this.Close(c);
            case '<':
                this.AddAngles(1);
                break;
            case '>' when this.Top.Angles > 0:
                this.AddAngles(-1);
                break;
            case ';' or ',':
                this.Top.Operators = 0;
                break;
            case '#':
                this.code.Report(FindingCatalog.CodeDirective, this.at, 1, this.RestOfLine());
                return false;
            case '/' when this.Next == '/' || this.Next == '*': return this.Comment();
            case '"': return this.Quote(0, Style.Regular);
            case '\'': return this.Character();
            case '@': return this.At();
            case '$': return this.Dollar();
            case '\\':
                this.code.Report(FindingCatalog.CodeVerbatimIdentifier, this.at, 1);
                return false;
            case ':' when this.Top.Style == Style.Hole: return this.Format();
        }

        this.at++;
        if (char.IsLetterOrDigit(c) || c is '_' or ' ' or '\n' or '\t') return true;
        if (AngleContext.IndexOf(c) < 0) this.AddAngles(-this.Top.Angles);
        if (c is not (';' or ',')) this.Top.Operators++;
        return (this.Top.Operators <= CodeLimits.Operators && this.Nesting <= CodeLimits.Nesting) || this.TooNested();
    }

    private Frame Top => this.frames.Peek();

    private int Nesting => this.frames.Count - 1 + this.angles;

    private char Next => this.at + 1 < this.text.Length ? this.text[this.at + 1] : '\0';

    private bool Open(char closer, Style style, int units, int quotes = 0)
    {
        this.frames.Push(new Frame(closer, style, this.at, quotes));
        this.at += units;
        return this.Nesting <= CodeLimits.Nesting || this.TooNested();
    }

    private bool Close(char closer)
    {
        if (this.Top.Closer != closer) return this.Unbalanced(this.at);
        this.angles -= this.frames.Pop().Angles;
        if (closer == '}') this.Top.Operators = 0;
        this.at++;
        return true;
    }

    // A chain such as a<a<a<… makes the scanner of types recurse; anything that no type holds ends the chain.
    private void AddAngles(int count)
    {
        this.angles += count;
        this.Top.Angles += count;
    }

    private bool Comment()
    {
        if (!this.comments)
        {
            this.code.Report(FindingCatalog.CodeComment, this.at, 2);
            return false;
        }

        var start = this.at;
        var end = this.Next == '/' ? this.text.IndexOf('\n', this.at) : this.text.IndexOf("*/", this.at + 2, System.StringComparison.Ordinal);
        if (end < 0 && this.Next == '*') return this.Unterminated(start);
        this.at = end < 0 ? this.text.Length : this.Next == '/' ? end : end + 2;
        return true;
    }

    // Stands on the first quote; before it `prefix` units of $ and @.
    private bool Quote(int prefix, Style style)
    {
        var quotes = 0;
        while (this.at + prefix + quotes < this.text.Length && this.text[this.at + prefix + quotes] == '"') quotes++;
        if (style == Style.Verbatim) return this.Open('"', style, prefix + 1);
        if (quotes == 2)
        {
            this.at += prefix + 2;
            return true;
        }

        return quotes >= 3 ? this.Open('"', Style.Raw, prefix + quotes, quotes) : this.Open('"', Style.Regular, prefix + 1);
    }

    private bool At()
    {
        if (this.Next == '"')
        {
            if (!this.Quote(1, Style.Verbatim)) return false;
            this.Top.Plain = true;
            return true;
        }

        if (this.Next == '$' && this.at + 2 < this.text.Length && this.text[this.at + 2] == '"') return this.Quote(2, Style.Verbatim);
        this.code.Report(FindingCatalog.CodeVerbatimIdentifier, this.at, 1);
        return false;
    }

    private bool Dollar()
    {
        if (this.Next == '@' && this.at + 2 < this.text.Length && this.text[this.at + 2] == '"') return this.Quote(2, Style.Verbatim);
        if (this.Next == '"') return this.Quote(1, Style.Regular);
        return this.Literal(this.at, 1, "`$` stands before one quoted text, once", "Write $\"… {value} …\".");
    }

    private bool Character()
    {
        var start = this.at;
        var end = start + 2;
        if (this.Next == '\\')
        {
            end = start + 3;
            while (end < this.text.Length && end < start + 12 && IsHex(this.text[end])) end++;
        }

        if (this.Next is not ('\'' or '\n' or '\0') && end < this.text.Length && this.text[end] == '\'')
        {
            this.at = end + 1;
            return true;
        }

        var close = this.text.IndexOf('\'', start + 1);
        var line = this.text.IndexOf('\n', start + 1);
        if (close < 0 || (line >= 0 && line < close)) return this.Unterminated(start);
        var inner = this.text.Substring(start + 1, close - start - 1);
        var shown = inner.Length > 40 ? inner.Substring(0, 40) + "…" : inner;
        if (inner.IndexOfAny(['"', '\\']) >= 0)
            this.code.Report(FindingCatalog.CodeSingleQuotedText, start, close + 1 - start, $"\"{shown}\".");
        else
            this.code.Report(
                FindingCatalog.CodeSingleQuotedText, start, close + 1 - start, "Write double quotes", [(start, 1, "\""), (close, 1, "\"")], $"\"{shown}\".");
        return false;
    }

    private bool Format()
    {
        var start = this.at;
        for (this.at++; this.at < this.text.Length; this.at++)
        {
            var c = this.text[this.at];
            if (c == '}') return true;
            if (c == '\\') this.at++;
            else if (c is '"' or '\n' or '{' or ':' && this.at == start + 1) break;
        }

        return this.Literal(start, 1, "the format of a hole holds no quote, brace or line end", "Call ToString(\"…\") in the hole, or put parentheses around `a ? b : c`.");
    }

    private bool StepInText(Frame frame)
    {
        var c = this.text[this.at];
        var run = 1;
        while (this.at + run < this.text.Length && this.text[this.at + run] == c) run++;
        switch (c)
        {
            case '"' when frame.Style == Style.Regular || (frame.Style == Style.Verbatim && run % 2 == 1):
                this.at += frame.Style == Style.Regular ? 1 : run;
                this.frames.Pop();
                return true;
            case '"' when frame.Style == Style.Verbatim:
                this.at += run;
                return true;
            case '"' when run == frame.Quotes:
                this.at += run;
                this.frames.Pop();
                return true;
            case '"' when run > frame.Quotes:
                return this.Literal(this.at, run, "more quotes close the text than opened it", "Use more quotes at the start.");
            case '\n' when frame.Style == Style.Regular:
                return this.Unterminated(frame.Start);
            case '\\' when frame.Style == Style.Regular:
                if (this.Next == '\n') return this.Unterminated(frame.Start);
                this.at += 2;
                return true;
            case '{' when this.Interpolates(frame):
                if (frame.Style == Style.Raw && run > 1) return this.Literal(this.at, run, "one brace opens a hole of a raw text", "Write the text in the form $\"…\".");
                if (run % 2 == 1)
                {
                    this.at += run - 1;
                    return this.Open('}', Style.Hole, 1);
                }

                this.at += run;
                return true;
            case '}' when this.Interpolates(frame):
                if (frame.Style == Style.Raw || run % 2 == 1) return this.Unbalanced(this.at);
                this.at += run;
                return true;
            default:
                this.at++;
                return true;
        }
    }

    private bool Interpolates(Frame frame) => !frame.Plain && this.text[frame.Start] is '$' or '@';

    private string RestOfLine()
    {
        var end = this.text.IndexOf('\n', this.at);
        var line = this.text.Substring(this.at, (end < 0 ? this.text.Length : end) - this.at);
        return line.Length > 40 ? line.Substring(0, 40) + "…" : line;
    }

    private bool TooNested()
    {
        var most = this.Nesting > CodeLimits.Nesting ? CodeLimits.Nesting : CodeLimits.Operators;
        this.code.Report(FindingCatalog.CodeTooNested, this.at - 1, 1, most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return false;
    }

    private bool Unbalanced(int start)
    {
        this.code.Report(FindingCatalog.CodeUnbalanced, start, 1, this.text[start].ToString());
        return false;
    }

    private bool Unterminated(int start) => this.Literal(start, 1, "a text or comment that begins here does not end", "Close it on the same line; a line break inside is written \\n.");

    private bool Literal(int start, int units, string message, string remedy)
    {
        this.code.Report(FindingCatalog.CodeLiteral, start, units, message, remedy);
        return false;
    }

    private static bool IsHex(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    private sealed class Frame(char closer, Style style, int start, int quotes)
    {
        public char Closer { get; } = closer;

        public Style Style { get; } = style;

        public int Start { get; } = start;

        public int Quotes { get; } = quotes;

        /// <summary>A text without holes though it begins with <c>@</c>.</summary>
        public bool Plain { get; set; }

        public int Angles { get; set; }

        /// <summary>Dots, operators and colons since the last comma, semicolon or block: each can be a level of recursion.</summary>
        public int Operators { get; set; }
    }
}

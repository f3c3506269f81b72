using System.Linq;

namespace ToolGen.Analyzers.Taint;

/// <summary>The characters of the texts that a regular expression matches as a whole.</summary>
internal sealed class PatternAlphabet
{
    private readonly string pattern;
    private readonly bool[] allowed = new bool[128];
    private int at;
    private bool isStrange;
    private bool? beginsPlain;

    private PatternAlphabet(string pattern) => this.pattern = pattern;

    /// <summary>What a text that the pattern matched can no longer do; nothing where it is not tied to both ends of the text.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="options">Of RegexOptions.</param>
    public static Danger Matched(string pattern, int options)
    {
        const int multiline = 2, spaced = 32;
        if ((options & (multiline | spaced)) != 0) return Danger.None;
        var start = pattern.StartsWith("^", System.StringComparison.Ordinal) ? 1 : pattern.StartsWith(@"\A", System.StringComparison.Ordinal) ? 2 : 0;
        var isExact = pattern.EndsWith(@"\z", System.StringComparison.Ordinal);
        var end = isExact || pattern.EndsWith(@"\Z", System.StringComparison.Ordinal) ? 2 : pattern.EndsWith("$", System.StringComparison.Ordinal) && !pattern.EndsWith(@"\$", System.StringComparison.Ordinal) ? 1 : 0;
        if (start == 0 || end == 0 || start + end > pattern.Length) return Danger.None;
        var reader = new PatternAlphabet(pattern.Substring(start, pattern.Length - start - end));
        reader.Read(0);
        // A dollar also matches before a last line break.
        return reader.Cleared & ~(isExact ? Danger.None : Danger.LogLine);
    }

    /// <summary>What a text can no longer do in which the pattern, a set of unwanted characters, was not found.</summary>
    public static Danger NotFound(string pattern)
    {
        if (pattern.Length < 4 || pattern[0] != '[' || pattern[1] != '^' || pattern.IndexOf(']') != pattern.Length - 1) return Danger.None;
        var reader = new PatternAlphabet("[" + pattern.Substring(2));
        reader.Read(0);
        return reader.Cleared;
    }

    private Danger Cleared
    {
        get
        {
            if (this.isStrange) return Danger.None;
            var alphabet = new Alphabet { BeginsPlain = this.beginsPlain == true };
            for (var c = '\0'; c < 128; c++)
                if (this.allowed[c]) alphabet.Add(c);
            return alphabet.Cleared;
        }
    }

    private void Read(int depth)
    {
        while (this.at < this.pattern.Length && !this.isStrange)
        {
            var c = this.pattern[this.at++];
            switch (c)
            {
                case '|' when depth == 0: this.isStrange = true; return;
                case '|': this.beginsPlain ??= false; break;
                case ')' when depth > 0: return;
                case '(': this.Group(depth); break;
                case '[': this.Took(this.Class()); break;
                case '.': this.Took(All()); break;
                case '\\': this.Took(this.Escape()); break;
                case '^' or '$' or ')': this.isStrange = true; return;
                case '*' or '+' or '?': break;
                case '{': this.SkipTo('}'); break;
                default: this.Took(One(c)); break;
            }
        }
    }

    private void Group(int depth)
    {
        var isLook = false;
        if (this.Next('?'))
        {
            if (this.Next(':')) { }
            else if (this.at < this.pattern.Length && this.pattern[this.at] is '=' or '!') isLook = this.Next(this.pattern[this.at]);
            else if (this.Next('<') && this.at < this.pattern.Length && this.pattern[this.at] is not ('=' or '!')) this.SkipTo('>');
            else this.isStrange = true;
        }

        var before = (bool[])this.allowed.Clone();
        var began = this.beginsPlain;
        this.Read(depth + 1);
        // What is only looked at is matched by something else.
        if (isLook)
        {
            before.CopyTo(this.allowed, 0);
            this.beginsPlain = began;
        }
        else if (began is null && this.at < this.pattern.Length && this.pattern[this.at] is '*' or '?')
        {
            this.beginsPlain = false;
        }
    }

    private void Took(bool[] set)
    {
        for (var i = 0; i < set.Length; i++) this.allowed[i] |= set[i];
        if (this.beginsPlain is not null) return;
        var isOptional = this.at < this.pattern.Length && (this.pattern[this.at] is '*' or '?' || this.pattern[this.at] == '{' && this.at + 1 < this.pattern.Length && this.pattern[this.at + 1] is '0' or ',');
        this.beginsPlain = !isOptional && !set.Where((isIn, c) => isIn && !char.IsLetterOrDigit((char)c)).Any();
    }

    private bool[] Class()
    {
        var isNegated = this.Next('^');
        var set = new bool[128];
        var isFirst = true;
        while (this.at < this.pattern.Length && (isFirst || this.pattern[this.at] != ']'))
        {
            isFirst = false;
            var from = this.pattern[this.at++];
            if (from == '\\')
            {
                var escaped = this.Escape();
                for (var i = 0; i < 128; i++) set[i] |= escaped[i];
                continue;
            }

            var to = from;
            if (this.at + 1 < this.pattern.Length && this.pattern[this.at] == '-' && this.pattern[this.at + 1] is not (']' or '\\'))
            {
                to = this.pattern[this.at + 1];
                this.at += 2;
            }

            for (int i = from; i <= to && i < 128; i++) set[i] = true;
        }

        this.isStrange |= !this.Next(']');
        return isNegated ? [.. set.Select(isIn => !isIn)] : set;
    }

    private bool[] Escape()
    {
        if (this.at >= this.pattern.Length) return All();
        var c = this.pattern[this.at++];
        switch (c)
        {
            case 'd': return Where(char.IsDigit);
            case 'w': return Where(one => char.IsLetterOrDigit(one) || one == '_');
            case 's': return Where(char.IsWhiteSpace);
            case 't' or 'n' or 'r': return One(c == 't' ? '\t' : c == 'n' ? '\n' : '\r');
            case 'b': return new bool[128];
            case 'D' or 'W' or 'S': return All();
            default:
                this.isStrange |= char.IsLetterOrDigit(c);
                return One(c);
        }
    }

    private bool Next(char c)
    {
        if (this.at >= this.pattern.Length || this.pattern[this.at] != c) return false;
        this.at++;
        return true;
    }

    private void SkipTo(char c)
    {
        var end = this.pattern.IndexOf(c, this.at);
        this.isStrange |= end < 0;
        this.at = end < 0 ? this.pattern.Length : end + 1;
    }

    private static bool[] All() => Where(_ => true);

    private static bool[] One(char c) => Where(one => one == c);

    private static bool[] Where(System.Func<char, bool> test) => [.. Enumerable.Range(0, 128).Select(i => test((char)i))];
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>Reads a regular expression of .NET as a tree. What the runtime itself simplifies before it matches is simplified here too.</summary>
internal sealed partial class ExpressionParser
{
    private const int Longest = 4_000;
    private const int Deepest = 60;

    private readonly string text;
    private RegexOptions options;
    private int at;
    private int depth;
    private int groups;

    private ExpressionParser(string text, RegexOptions options)
    {
        this.text = text;
        this.options = options;
    }

    private bool AtEnd => this.at >= this.text.Length;

    /// <returns>Null for what is no expression, or too large to be judged.</returns>
    public static PatternNode? Parse(string text, RegexOptions options)
    {
        if (text.Length > Longest) return null;
        var parser = new ExpressionParser(text, options);
        try
        {
            var root = parser.Choice();
            return parser.AtEnd ? root : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool Is(RegexOptions option) => (this.options & option) != 0;

    private PatternNode Choice()
    {
        if (++this.depth > Deepest) throw new FormatException();
        var outer = this.options;
        var alternatives = new List<PatternNode> { this.Sequence() };
        while (this.Take('|')) alternatives.Add(this.Sequence());
        this.options = outer;
        this.depth--;
        return Merged(alternatives);
    }

    /// <summary>Neighbours of one character each are one class, as the runtime makes of them.</summary>
    private static PatternNode Merged(List<PatternNode> alternatives)
    {
        for (var i = alternatives.Count - 2; i >= 0; i--)
        {
            if (alternatives[i] is not SetNode a || alternatives[i + 1] is not SetNode b) continue;
            alternatives[i] = new SetNode(a.Set.Or(b.Set));
            alternatives.RemoveAt(i + 1);
        }

        return alternatives.Count == 1 ? alternatives[0] : new ChoiceNode(alternatives);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        this.SkipIgnored();
        while (!this.AtEnd && this.text[this.at] is not ('|' or ')'))
        {
            parts.Add(this.Quantified(this.Atom()));
            this.SkipIgnored();
        }

        parts.RemoveAll(part => part is EmptyNode);
        return parts.Count switch { 0 => EmptyNode.Instance, 1 => parts[0], _ => new SequenceNode(parts) };
    }

    private PatternNode Atom()
    {
        var c = this.text[this.at++];
        switch (c)
        {
            case '^': return new AnchorNode(this.Is(RegexOptions.Multiline) ? Anchor.LineStart : Anchor.Start);
            case '$': return new AnchorNode(this.Is(RegexOptions.Multiline) ? Anchor.LineEnd : Anchor.EndOrNewline);
            case '.': return new SetNode(this.Is(RegexOptions.Singleline) ? CodePointSet.All : CharacterSets.Dot);
            case '[': return new SetNode(this.Class());
            case '(': return this.Group();
            case '\\': return this.Escape();
            case '*' or '+' or '?': throw new FormatException();
            default: return this.Literal(c);
        }
    }

    private SetNode Literal(int c)
    {
        var set = CodePointSet.Of(c, c);
        return new(this.Is(RegexOptions.IgnoreCase) ? set.BothCases() : set);
    }

    private PatternNode Quantified(PatternNode atom)
    {
        this.SkipIgnored();
        while (this.Bounds() is var (min, max))
        {
            var isLazy = this.Take('?');
            atom = Repeated(atom, min, max, isLazy);
            this.SkipIgnored();
        }

        return atom;
    }

    /// <summary>A loop of a loop that captures nothing is one loop, as the runtime makes of it.</summary>
    private static PatternNode Repeated(PatternNode atom, int min, int max, bool isLazy)
    {
        if (max == 0 || atom is EmptyNode) return EmptyNode.Instance;
        if (atom is RepeatNode { Max: RepeatNode.Unbounded, Min: <= 1 } inner && inner.IsLazy == isLazy && min <= 1) return new RepeatNode(inner.Body, Math.Min(min, inner.Min), RepeatNode.Unbounded, isLazy, 0, 0);
        return new RepeatNode(atom, min, max, isLazy, 0, 0);
    }

    private (int Min, int Max)? Bounds()
    {
        if (this.Take('*')) return (0, RepeatNode.Unbounded);
        if (this.Take('+')) return (1, RepeatNode.Unbounded);
        if (this.Take('?')) return (0, 1);
        if (this.AtEnd || this.text[this.at] != '{') return null;
        var end = this.text.IndexOf('}', this.at);
        if (end < 0) return null;
        var parts = this.text.Substring(this.at + 1, end - this.at - 1).Split(',');
        if (parts.Length > 2 || !int.TryParse(parts[0], System.Globalization.NumberStyles.None, null, out var min)) return null;
        var max = parts.Length == 1 ? min : RepeatNode.Unbounded;
        if (parts.Length == 2 && parts[1].Length > 0 && !int.TryParse(parts[1], System.Globalization.NumberStyles.None, null, out max)) return null;
        this.at = end + 1;
        return max < min ? throw new FormatException() : (min, max);
    }

    private void SkipIgnored()
    {
        while (this.Is(RegexOptions.IgnorePatternWhitespace) && !this.AtEnd && (char.IsWhiteSpace(this.text[this.at]) || this.text[this.at] == '#'))
            this.at = this.text[this.at] == '#' ? this.After('\n') : this.at + 1;
        while (this.Take("(?#")) this.at = this.After(')');
    }

    private int After(char sought)
    {
        var found = this.text.IndexOf(sought, this.at);
        return found < 0 ? this.text.Length : found + 1;
    }

    private bool Take(char expected)
    {
        if (this.AtEnd || this.text[this.at] != expected) return false;
        this.at++;
        return true;
    }

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(this.text, this.at, expected, 0, expected.Length) != 0) return false;
        this.at += expected.Length;
        return true;
    }
}

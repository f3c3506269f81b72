using System;
using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>The grammar of ECMA-262 (2025), 22.2.1 with [+UnicodeMode, +NamedCaptureGroups], less look-around, back-references and modifiers.</summary>
internal sealed partial class PatternParser
{
    private readonly string text;
    private readonly List<string?> groupNames = [null];
    private int at;
    private int depth;

    private PatternParser(string text) => this.text = text;

    private bool AtEnd => at >= text.Length;

    /// <summary>Reads a whole pattern.</summary>
    /// <returns>The tree and the groups' names; element 0 stands for the match, null for a group without a name.</returns>
    /// <exception cref="PatternException">The pattern is refused.</exception>
    public static (PatternNode Root, string?[] GroupNames) Parse(string text)
    {
        if (text.Length > EcmaPattern.MaxLength)
            throw Error(PatternErrorKind.TooLarge, $"the pattern has {text.Length} characters, {EcmaPattern.MaxLength} are allowed", "split it into several patterns", 0);
        var parser = new PatternParser(text);
        var root = parser.Choice();
        if (!parser.AtEnd) throw parser.Syntax("this ) closes no group", @"write \) for the character", parser.at);
        return (root, parser.groupNames.ToArray());
    }

    private PatternNode Choice()
    {
        if (++depth > EcmaPattern.MaxDepth)
            throw Error(PatternErrorKind.TooLarge, $"groups are nested more than {EcmaPattern.MaxDepth} deep", "write the pattern with fewer nested groups", at);
        var alternatives = new List<PatternNode> { Sequence() };
        while (Take('|')) alternatives.Add(Sequence());
        depth--;
        return alternatives.Count == 1 ? alternatives[0] : new ChoiceNode(alternatives);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && text[at] is not ('|' or ')'))
        {
            var part = Term();
            if (part is not EmptyNode) parts.Add(part);
        }

        return parts.Count switch { 0 => EmptyNode.Instance, 1 => parts[0], _ => new SequenceNode(parts) };
    }

    private PatternNode Term()
    {
        var start = at;
        if (Take('^')) return new AssertionNode(PatternAssertion.Start);
        if (Take('$')) return new AssertionNode(PatternAssertion.End);
        if (Take(@"\b")) return new AssertionNode(PatternAssertion.WordBoundary);
        if (Take(@"\B")) return new AssertionNode(PatternAssertion.NotWordBoundary);
        var groupsBefore = groupNames.Count;
        var atom = Atom(start);
        return Quantified(atom, groupsBefore, groupNames.Count - groupsBefore);
    }

    private PatternNode Atom(int start)
    {
        switch (text[at])
        {
            case '.':
                at++;
                return new SetNode(CodePointSet.Dot);
            case '(':
                at++;
                return Group(start);
            case '[':
                at++;
                return new SetNode(Class(start));
            case '\\':
                return new SetNode(Escape(inClass: false, out _));
            case '*' or '+' or '?':
                throw Syntax($"{text[at]} has nothing to repeat", $@"write \{text[at]} for the character, or put something before it", start);
            case '{' or '}' or ']':
                throw Syntax($"{text[at]} stands alone", $@"write \{text[at]} for the character", start);
            default:
                var codePoint = CodePoint();
                return new SetNode(CodePointSet.Of(codePoint, codePoint));
        }
    }

    private PatternNode Group(int start)
    {
        string? name = null;
        var captures = true;
        if (Take("?:"))
            captures = false;
        else if (Take("?=") || Take("?!") || Take("?<=") || Take("?<!"))
            throw Error(
                PatternErrorKind.LookAround,
                $"{text.Substring(start, at - start)}…) looks around, which takes more than linear time",
                "match the surroundings too and capture the part that you want, or check them with a second pattern or a C# condition",
                start);
        else if (Take("?<"))
            name = GroupName(start);
        else if (Take('?'))
            throw !AtEnd && text[at] is 'i' or 'm' or 's' or '-'
                ? Error(PatternErrorKind.Modifier, "flags cannot be set inside a pattern", "write both cases in a class such as [Aa], or lower the text first", start)
                : Syntax("(? begins no group that ECMA-262 knows", "write (?: for a group that captures nothing", start);

        var group = 0;
        if (captures)
        {
            group = groupNames.Count;
            if (group > EcmaPattern.MaxGroups)
                throw Error(PatternErrorKind.TooLarge, $"the pattern has more than {EcmaPattern.MaxGroups} capturing groups", "write (?: for the groups that nothing reads", start);
            groupNames.Add(name);
        }

        var body = Choice();
        if (!Take(')')) throw Syntax("this group is not closed", @"add ), or write \( for the character", start);
        return captures ? new CaptureNode(group, body) : body;
    }

    private string GroupName(int start)
    {
        var first = at;
        while (!AtEnd && text[at] != '>')
        {
            var here = at;
            if (!UnicodeProperty.IsNamePart(CodePoint(), here == first))
                throw Syntax("a group's name is letters, digits, _ and $, and begins with no digit", "write a name such as (?<year>…)", here);
        }

        var name = text.Substring(first, at - first);
        if (!Take('>') || name.Length == 0) throw Syntax("this group's name is not closed or is empty", "write (?<name>…)", start);
        if (groupNames.Contains(name)) throw Syntax($"two groups are named {name}", "give each group its own name", start);
        return name;
    }

    private PatternNode Quantified(PatternNode atom, int firstGroup, int groupCount)
    {
        var start = at;
        int min, max;
        if (Take('*')) (min, max) = (0, RepeatNode.Unbounded);
        else if (Take('+')) (min, max) = (1, RepeatNode.Unbounded);
        else if (Take('?')) (min, max) = (0, 1);
        else if (Take('{')) (min, max) = Bounds(start);
        else return atom;

        if (max < min) throw Syntax($"the bounds {text.Substring(start, at - start)} are out of order", "write the smaller number first", start);
        var isLazy = Take('?');
        // What never consumes nor captures repeats to itself.
        return atom is EmptyNode || max == 0 ? EmptyNode.Instance : new RepeatNode(atom, min, max, isLazy, firstGroup, groupCount);
    }

    private (int Min, int Max) Bounds(int start)
    {
        var min = Number();
        var max = min;
        if (min >= 0 && Take(',')) max = !AtEnd && text[at] == '}' ? RepeatNode.Unbounded : Number();
        if (min < 0 || max < 0 || !Take('}')) throw Syntax("this { begins no quantifier", @"write {2}, {2,} or {2,5}, or \{ for the character", start);
        return (min, max);
    }

    // -1 where no digit stands; what is beyond any cap is held just below Unbounded.
    private int Number()
    {
        var start = at;
        long value = 0;
        while (!AtEnd && text[at] is >= '0' and <= '9') value = Math.Min((value * 10) + text[at++] - '0', RepeatNode.Unbounded - 1);
        return at == start ? -1 : (int)value;
    }

    private int CodePoint()
    {
        var pair = at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]);
        var result = pair ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        at += pair ? 2 : 1;
        return result;
    }

    private bool Take(char expected)
    {
        if (AtEnd || text[at] != expected) return false;
        at++;
        return true;
    }

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(text, at, expected, 0, expected.Length) != 0) return false;
        at += expected.Length;
        return true;
    }

    private static PatternException Error(PatternErrorKind kind, string message, string remedy, int index) => new(new(kind, message, remedy, index));

    private PatternException Syntax(string message, string remedy, int index) => Error(PatternErrorKind.Syntax, message, remedy, Math.Min(index, text.Length));
}

using System;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Generator.Flows;

/// <summary>What texts that a pattern matches whole can not harm. A pattern that also matches a part of a longer text keeps nothing out.</summary>
internal static class SafePattern
{
    /// <summary>Of a pattern of a schema or of C#.</summary>
    public static Harm Of(string pattern)
    {
        var text = pattern.Replace("\\A", "^").Replace("\\z", "$").Replace("\\Z", "$");
        try
        {
            var root = PatternParser.Parse(text).Root;
            return IsWhole(root) ? Of(root) : Harm.None;
        }
        catch (PatternException)
        {
            return Harm.None;
        }
    }

    /// <summary>Of texts made of some characters.</summary>
    public static Harm Of(Func<int, bool> has) => Of(has, has('.'));

    private static Harm Of(PatternNode root)
    {
        // A slash that the pattern itself sets, once, divides nothing that a text could choose.
        bool Has(int sign) => Holds(root, set => Contains(set, sign), sign == '/');
        var safe = Of(Has, CanBegin(root, '.'));
        return IsFixedOrigin(root) ? safe | Harm.Host | Harm.Address : safe;
    }

    private static Harm Of(Func<int, bool> has, bool beginsWithDot)
    {
        var safe = Harm.None;
        var hasSlash = has('/') || has('\\');
        var hasMark = hasSlash || "?#%:@".Any(sign => has(sign));

        // Names that are only dots are denied wherever a tool opens a file.
        if (!hasSlash) safe |= Harm.Path;
        if (!hasMark && !beginsWithDot) safe |= Harm.Address;
        if (!hasMark && !has('.')) safe |= Harm.Host;
        if (!" \t\n\r'\"`;()[]=<>,*/\\|%+#@!&$?{}^~".Any(sign => has(sign)) && !has(0x2019)) safe |= Harm.Sql;
        return safe;
    }

    // From ^ to $, in each alternative.
    private static bool IsWhole(PatternNode node) => Ends(node, true) && Ends(node, false);

    private static bool Ends(PatternNode node, bool first) => node switch
    {
        AssertionNode { Assertion: var assertion } => assertion == (first ? PatternAssertion.Start : PatternAssertion.End),
        SequenceNode { Parts: var parts } => Ends(parts[first ? 0 : parts.Count - 1], first),
        ChoiceNode { Alternatives: var all } => all.All(one => Ends(one, first)),
        CaptureNode { Body: var body } => Ends(body, first),
        RepeatNode { Min: 1, Max: 1, Body: var body } => Ends(body, first),
        _ => false,
    };

    private static bool Holds(PatternNode node, Func<CodePointSet, bool> test, bool spareOne) => node switch
    {
        SetNode { Set: var set } => !(spareOne && set.Single >= 0) && test(set),
        SequenceNode { Parts: var parts } => parts.Any(part => Holds(part, test, spareOne)),
        ChoiceNode { Alternatives: var all } => all.Any(one => Holds(one, test, spareOne)),
        CaptureNode { Body: var body } => Holds(body, test, spareOne),
        RepeatNode repeat => Holds(repeat.Body, test, spareOne && repeat.Max <= 1),
        _ => false,
    };

    private static bool CanBegin(PatternNode node, int sign) => node switch
    {
        SetNode { Set: var set } => Contains(set, sign),
        SequenceNode { Parts: var parts } => BeginsIn(parts, sign),
        ChoiceNode { Alternatives: var all } => all.Any(one => CanBegin(one, sign)),
        CaptureNode { Body: var body } => CanBegin(body, sign),
        RepeatNode { Body: var body } => CanBegin(body, sign),
        _ => false,
    };

    private static bool BeginsIn(System.Collections.Generic.IReadOnlyList<PatternNode> parts, int sign)
    {
        foreach (var part in parts)
        {
            if (CanBegin(part, sign)) return true;
            if (!part.IsNullable) return false;
        }

        return false;
    }

    // ^https://host/: nothing in front of the first slash behind the host is a choice.
    private static bool IsFixedOrigin(PatternNode root)
    {
        if (root is not SequenceNode { Parts: var parts }) return false;
        var text = string.Concat(parts.Skip(1).TakeWhile(part => part is SetNode { Set.Single: >= 0 and < 0x80 } or RepeatNode { Min: 0, Max: 1, Body: SetNode { Set.Single: 's' } })
            .Select(part => part is SetNode set ? ((char)set.Set.Single).ToString() : ""));
        return UrlOrigin.IsWhole(text);
    }

    private static bool Contains(CodePointSet set, int sign) =>
        Enumerable.Range(0, set.RangeCount).Any(range => set.First(range) <= sign && sign <= set.LastOf(range));
}

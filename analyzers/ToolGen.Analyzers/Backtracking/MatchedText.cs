using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ToolGen.Analyzers.Taint;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>What a text, or the part of it that matched, can no longer do once an expression has matched it.</summary>
internal static class MatchedText
{
    private static readonly ConcurrentDictionary<(string, RegexOptions), Cleared> Known = new();

    /// <param name="Whole">Of the whole text, where it matched.</param>
    /// <param name="Part">Of the part that matched, and of its groups.</param>
    /// <param name="Without">Of the whole text, where nothing in it matched.</param>
    /// <param name="Removed">Of the text, once all that matched is taken out.</param>
    public sealed record Cleared(Danger Whole, Danger Part, Danger Without, Danger Removed)
    {
        public static readonly Cleared Nothing = new(Danger.None, Danger.None, Danger.None, Danger.None);
    }

    public static Cleared Of(string pattern, RegexOptions options) => Known.GetOrAdd((pattern, options), one => Judge(one.Item1, one.Item2));

    private static Cleared Judge(string pattern, RegexOptions options)
    {
        if (ExpressionParser.Parse(pattern, options) is not { } root) return Cleared.Nothing;
        var isWhole = Begins(root) && Ends(root);
        var inside = Inside(root);
        var outside = One(root) is { } excluded ? Alphabet.Of(excluded.Complement()).Cleared : Danger.None;
        return new(isWhole ? inside : Begins(root) ? Beginning(root) : Danger.None, inside | (Begins(root) ? Beginning(root) : Danger.None), outside, outside);
    }

    /// <summary>Whether each alternative begins where the text begins.</summary>
    private static bool Begins(PatternNode node) => Edge(node, anchor => anchor == Anchor.Start, parts => parts[0]);

    private static bool Ends(PatternNode node) => Edge(node, anchor => anchor is Anchor.End or Anchor.EndOrNewline, parts => parts[parts.Count - 1]);

    private static bool Edge(PatternNode node, System.Func<Anchor, bool> isEdge, System.Func<IReadOnlyList<PatternNode>, PatternNode> pick) => node switch
    {
        AnchorNode anchor => isEdge(anchor.Anchor),
        SequenceNode sequence => Edge(pick(sequence.Parts), isEdge, pick),
        ChoiceNode choice => choice.Alternatives.All(alternative => Edge(alternative, isEdge, pick)),
        CaptureNode capture => Edge(capture.Body, isEdge, pick),
        AtomicNode atomic => Edge(atomic.Body, isEdge, pick),
        _ => false,
    };

    private static Danger Inside(PatternNode root)
    {
        var sets = Consumed(root).OfType<SetNode>().Select(node => node.Set).ToArray();
        var isLoose = Consumed(root).Any(node => node is AnchorNode { Anchor: Anchor.EndOrNewline or Anchor.LineEnd });
        var longest = Longest(root);
        // Words of a fixed list.
        if (longest is not null && sets.All(set => Size(set) <= 2)) return isLoose ? Danger.All & ~Danger.LineFeed : Danger.All;
        var all = sets.Aggregate(isLoose ? CharacterSets.Newline : CharacterSets.Nothing, CharacterSets.Or);
        var alphabet = Alphabet.Of(all);
        // A newline at the very end ends a line of a log, and no more than that.
        if (isLoose && !sets.Any(set => set.Has('\n'))) alphabet = Alphabet.Of(all.Without(CharacterSets.Newline));
        alphabet.BeginsPlain = First(root) is { } first && !first.IsEmpty() && Alphabet.IsPlain(first);
        var cleared = alphabet.Cleared;
        if (isLoose) cleared &= ~Danger.LineFeed;
        return longest is { } length ? cleared | Lengths.Cleared(length) : cleared;
    }

    /// <summary>What a fixed beginning decides.</summary>
    private static Danger Beginning(PatternNode root)
    {
        var text = new StringBuilder();
        foreach (var part in root is SequenceNode sequence ? sequence.Parts : [root])
        {
            if (part is AnchorNode { Anchor: Anchor.Start }) continue;
            if (part is not SetNode { Set: var set } || Size(set) > 2) break;
            text.Append((char)set.First(0));
        }

        var before = text.ToString();
        var cleared = Danger.None;
        if (before.Contains("://") && UrlText.FixesHost(before, false)) cleared |= Danger.Host;
        if (before.Length > 0 ? before[0] != '-' : First(root) is { } first && !first.IsEmpty() && Alphabet.IsPlain(first)) cleared |= Danger.Argument;
        return cleared;
    }

    private static IEnumerable<PatternNode> Consumed(PatternNode node) => node is LookNode ? [] : new[] { node }.Concat(node switch
    {
        SequenceNode sequence => sequence.Parts.SelectMany(Consumed),
        ChoiceNode choice => choice.Alternatives.SelectMany(Consumed),
        CaptureNode capture => Consumed(capture.Body),
        RepeatNode repeat => Consumed(repeat.Body),
        AtomicNode atomic => Consumed(atomic.Body),
        _ => [],
    });

    /// <summary>The one class that the whole expression is, once or more often; null where it is more.</summary>
    private static CodePointSet? One(PatternNode node) => node switch
    {
        SetNode set => set.Set,
        RepeatNode { Min: 1 } repeat => One(repeat.Body),
        CaptureNode capture => One(capture.Body),
        _ => null,
    };

    private static CodePointSet? First(PatternNode node) => node switch
    {
        SetNode set => set.Set,
        CaptureNode capture => First(capture.Body),
        RepeatNode { Min: > 0 } repeat => First(repeat.Body),
        AtomicNode atomic => First(atomic.Body),
        SequenceNode sequence => sequence.Parts.SkipWhile(part => part is AnchorNode or LookNode).Select(First).FirstOrDefault(),
        ChoiceNode choice when choice.Alternatives.Select(First).ToArray() is var all && all.All(one => one is not null) => all.Select(one => one!).Aggregate(CharacterSets.Or),
        _ => null,
    };

    private static int? Longest(PatternNode node) => node switch
    {
        SetNode => 1,
        AnchorNode or LookNode or EmptyNode => 0,
        CaptureNode capture => Longest(capture.Body),
        AtomicNode atomic => Longest(atomic.Body),
        RepeatNode { Max: < 1_000_000 } repeat => Longest(repeat.Body) * repeat.Max,
        SequenceNode sequence => sequence.Parts.Select(Longest).Aggregate((int?)0, (sum, one) => sum + one),
        ChoiceNode choice => choice.Alternatives.Select(Longest).Aggregate((int?)0, (most, one) => most is null || one is null ? null : System.Math.Max(most.Value, one.Value)),
        _ => null,
    };

    private static int Size(CodePointSet set) => Enumerable.Range(0, set.RangeCount).Sum(i => set.LastOf(i) - set.First(i) + 1);
}

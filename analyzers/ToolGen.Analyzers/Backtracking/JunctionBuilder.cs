using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>
/// Makes the graph of an expression. A loop's first entry and its way back are two nodes, so that a round that ended and a fresh loop are told apart.
/// Counts are cut to three rounds, which changes no answer but for their number; a body of varying length that may repeat ten times counts as endless.
/// </summary>
internal sealed class JunctionBuilder
{
    private const int MostJunctions = 1_500;
    private const int MostRounds = 3;
    private const int AsGoodAsEndless = 10;

    private readonly bool tellsWords;

    private JunctionBuilder(PatternNode root) => this.tellsWords = Walk(root).Any(node => node is AnchorNode { Anchor: Anchor.WordBoundary or Anchor.NotWordBoundary });

    /// <summary>The characters, in no order.</summary>
    public List<Junction> Characters { get; } = [];

    private int Count { get; set; }

    /// <returns>Null where it would be too large.</returns>
    public static (Junction Start, List<Junction> Characters)? Of(PatternNode root)
    {
        var builder = new JunctionBuilder(root);
        var start = builder.Build(root, new(JunctionKind.Accept));
        return builder.Count > MostJunctions ? null : (start, builder.Characters);
    }

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<PatternNode> Walk(PatternNode node) => new[] { node }.Concat(ChildrenOf(node).SelectMany(Walk));

    private static IEnumerable<PatternNode> ChildrenOf(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Parts,
        ChoiceNode choice => choice.Alternatives,
        CaptureNode capture => [capture.Body],
        RepeatNode repeat => [repeat.Body],
        AtomicNode atomic => [atomic.Body],
        LookNode look => [look.Body],
        _ => [],
    };

    private Junction Build(PatternNode node, Junction next)
    {
        if (this.Count++ > MostJunctions) return next;
        switch (node)
        {
            case SetNode set: return this.Character(set.Set, next);
            case AnchorNode anchor: return Test(anchor.Anchor, next);
            case LookNode or BackReferenceNode: return Test(null, next);
            case SequenceNode sequence: return sequence.Parts.Reverse().Aggregate(next, (after, part) => this.Build(part, after));
            case ChoiceNode choice: return Split([.. choice.Alternatives.Select(alternative => this.Build(alternative, next))]);
            case CaptureNode capture: return this.Build(capture.Body, next);
            case AtomicNode atomic:
                var once = this.Character(First(atomic.Body), next);
                return atomic.IsNullable ? Split([once, next]) : once;
            case RepeatNode repeat: return this.Loop(repeat, next);
            default: return next;
        }
    }

    private Junction Loop(RepeatNode repeat, Junction next)
    {
        var isEndless = repeat.Max == RepeatNode.Unbounded || repeat.Max >= AsGoodAsEndless && Walk(repeat.Body).Any(node => node is RepeatNode or ChoiceNode);
        var entry = next;
        if (isEndless)
        {
            var again = new Junction(JunctionKind.Split);
            var body = this.Build(repeat.Body, again);
            again.Next.AddRange([body, next]);
            entry = repeat.Min == 0 ? Split([body, next]) : this.Build(repeat.Body, again);
        }
        else
        {
            for (var i = System.Math.Min(repeat.Max, MostRounds); i > System.Math.Min(repeat.Min, MostRounds); i--) entry = Split([this.Build(repeat.Body, entry), next]);
        }

        for (var i = isEndless ? 1 : 0; i < System.Math.Min(repeat.Min, MostRounds); i++) entry = this.Build(repeat.Body, entry);
        return entry;
    }

    /// <summary>Where words' ends are asked for, what is in a word and what is not are two places.</summary>
    private Junction Character(CodePointSet set, Junction next)
    {
        if (!this.tellsWords) return this.Add(set, next);
        CodePointSet inside = set.And(CharacterSets.Word), outside = set.Without(CharacterSets.Word);
        return inside.IsEmpty() || outside.IsEmpty() ? this.Add(set, next) : Split([this.Add(inside, next), this.Add(outside, next)]);
    }

    private Junction Add(CodePointSet set, Junction next)
    {
        var made = new Junction(JunctionKind.Character) { Set = set, Position = this.Characters.Count };
        made.Next.Add(next);
        this.Characters.Add(made);
        return made;
    }

    private static Junction Test(Anchor? anchor, Junction next)
    {
        var made = new Junction(JunctionKind.Test) { Anchor = anchor };
        made.Next.Add(next);
        return made;
    }

    private static Junction Split(Junction[] next)
    {
        var made = new Junction(JunctionKind.Split);
        made.Next.AddRange(next);
        return made;
    }

    /// <summary>The characters that something can begin with.</summary>
    private static CodePointSet First(PatternNode node) => node switch
    {
        SetNode set => set.Set,
        CaptureNode capture => First(capture.Body),
        RepeatNode repeat => First(repeat.Body),
        AtomicNode atomic => First(atomic.Body),
        ChoiceNode choice => choice.Alternatives.Select(First).Aggregate(CharacterSets.Or),
        SequenceNode sequence => FirstOf(sequence.Parts),
        _ => CharacterSets.Nothing,
    };

    private static CodePointSet FirstOf(IReadOnlyList<PatternNode> parts)
    {
        var all = CharacterSets.Nothing;
        foreach (var part in parts)
        {
            all = all.Or(First(part));
            if (!part.IsNullable) break;
        }

        return all;
    }
}

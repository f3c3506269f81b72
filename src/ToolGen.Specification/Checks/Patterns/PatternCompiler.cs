using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Checks;

/// <summary>
/// Tree to states, from the end backwards: a node is given where each way out of it leads, and answers where it is entered.
/// </summary>
/// <remarks>
/// ECMA-262 refuses a round of a repetition (beyond its minimum) that consumed nothing. So a state must know which of the repetitions around
/// it have consumed in their present round. Consuming serves all of them at once, hence where an inner one has, the outer ones have too:
/// the knowledge is one number, the <em>level</em>, how many of the repetitions around have consumed, counted from outside. Every node is
/// entered and left by level: arrays of that length + 1. Only repetitions whose body can be empty count.
/// </remarks>
internal sealed class PatternCompiler
{
    // States before unreachable ones are dropped; bounds the work on hostile patterns.
    private const int MaxDraft = 10 * EcmaPattern.MaxStates;

    private readonly List<PatternInstruction> states = [];
    private readonly List<CodePointSet> sets = [];
    private readonly Dictionary<CodePointSet, int> setIndex = [];

    /// <exception cref="PatternException">Too many states.</exception>
    public static PatternProgram Compile(PatternNode root, int groups)
    {
        var compiler = new PatternCompiler();
        var match = compiler.Emit(new(PatternOperation.Match));
        var start = compiler.Node(root, [match])[0];
        var (ordered, newStart) = PatternOrder.Arrange(compiler.states, start);
        if (ordered.Count > EcmaPattern.MaxStates) throw TooLarge();
        var usesWords = ordered.Any(state => state is { Operation: PatternOperation.Assert, Argument: (int)PatternAssertion.WordBoundary or (int)PatternAssertion.NotWordBoundary });
        var usesStart = ordered.Any(state => state is { Operation: PatternOperation.Assert, Argument: (int)PatternAssertion.Start });
        return new(ordered, newStart, new PatternAlphabet(compiler.sets, usesWords, usesStart), groups);
    }

    private static PatternException TooLarge() => new(new(
        PatternErrorKind.TooLarge,
        $"the pattern needs more than {EcmaPattern.MaxStates} states once its {{n,m}} are written out",
        "use smaller bounds, or check the length apart (minLength, maxLength)",
        0));

    private int[] Node(PatternNode node, int[] next) => node switch
    {
        EmptyNode => next,
        SetNode set => Fill(next.Length, Emit(new(PatternOperation.Set, Intern(set.Set), next[next.Length - 1]))),
        AssertionNode assertion => EmitEach(next, way => new(PatternOperation.Assert, (int)assertion.Assertion, way)),
        SequenceNode sequence => sequence.Parts.Reverse().Aggregate(next, (way, part) => Node(part, way)),
        ChoiceNode choice => Choice(choice, next),
        CaptureNode capture => Save(2 * capture.Group, Node(capture.Body, Save((2 * capture.Group) + 1, next))),
        RepeatNode repeat => Repeat(repeat, next),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private int[] Save(int slot, int[] next) => EmitEach(next, way => new(PatternOperation.Save, slot, way));

    private int[] Choice(ChoiceNode node, int[] next)
    {
        var ways = Node(node.Alternatives[node.Alternatives.Count - 1], next);
        for (var i = node.Alternatives.Count - 2; i >= 0; i--) ways = Prefer(Node(node.Alternatives[i], next), ways);
        return ways;
    }

    private int[] Repeat(RepeatNode node, int[] next)
    {
        var ways = next;
        if (node.Max == RepeatNode.Unbounded)
            ways = Loop(node, next);
        else
            for (var i = node.Min; i < node.Max; i++) ways = Option(node, ways, next);
        // The rounds that must be may be empty.
        for (var i = 0; i < node.Min; i++) ways = Clear(node, Node(node.Body, ways));
        return ways;
    }

    private int[] Option(RepeatNode node, int[] again, int[] next)
    {
        var round = Round(node, again[again.Length - 1], next.Length);
        return node.IsLazy ? Prefer(next, round) : Prefer(round, next);
    }

    private int[] Loop(RepeatNode node, int[] next)
    {
        // Every round that counts has consumed, so it comes back at the highest level.
        var top = next.Length - 1;
        var head = Emit(new(PatternOperation.Split));
        var round = Round(node, head, next.Length);
        states[head] = Split(node, round[top], next[top]);
        var ways = new int[next.Length];
        for (var level = top; level >= 0; level--)
            ways[level] = level == top ? head
                : round[level] == round[level + 1] && next[level] == next[level + 1] ? ways[level + 1]
                : Emit(Split(node, round[level], next[level]));
        return ways;
    }

    private static PatternInstruction Split(RepeatNode node, int round, int next) =>
        node.IsLazy ? new(PatternOperation.Split, 0, next, round) : new(PatternOperation.Split, 0, round, next);

    // One round that must consume and then goes on at `then`.
    private int[] Round(RepeatNode node, int then, int levels)
    {
        if (!node.Body.IsNullable) return Clear(node, Node(node.Body, Fill(levels, then)));
        var after = Fill(levels + 1, PatternProgram.Nowhere);
        after[levels] = then;
        return Clear(node, Node(node.Body, after).AsSpan(0, levels).ToArray());
    }

    private int[] Clear(RepeatNode node, int[] next) => node.GroupCount == 0 ? next
        : EmitEach(next, way => new(PatternOperation.Clear, 2 * node.FirstGroup, way, 2 * (node.FirstGroup + node.GroupCount)));

    private int[] Prefer(int[] first, int[] second)
    {
        var ways = new int[first.Length];
        for (var level = 0; level < ways.Length; level++)
            ways[level] = first[level] == PatternProgram.Nowhere ? second[level]
                : second[level] == PatternProgram.Nowhere || first[level] == second[level] ? first[level]
                : level > 0 && first[level] == first[level - 1] && second[level] == second[level - 1] ? ways[level - 1]
                : Emit(new(PatternOperation.Split, 0, first[level], second[level]));
        return ways;
    }

    private int[] EmitEach(int[] next, Func<int, PatternInstruction> make)
    {
        var ways = new int[next.Length];
        for (var level = 0; level < ways.Length; level++)
            ways[level] = next[level] == PatternProgram.Nowhere ? PatternProgram.Nowhere
                : level > 0 && next[level] == next[level - 1] ? ways[level - 1]
                : Emit(make(next[level]));
        return ways;
    }

    private int Emit(PatternInstruction state)
    {
        if (states.Count == MaxDraft) throw TooLarge();
        states.Add(state);
        return states.Count - 1;
    }

    private int Intern(CodePointSet set)
    {
        if (setIndex.TryGetValue(set, out var index)) return index;
        setIndex.Add(set, index = sets.Count);
        sets.Add(set);
        return index;
    }

    private static int[] Fill(int length, int value)
    {
        var result = new int[length];
        result.AsSpan().Fill(value);
        return result;
    }
}

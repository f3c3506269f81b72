using System.Collections.Concurrent;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>How long a match may take, by the length of the text.</summary>
internal enum Cost
{
    /// <summary>In proportion, or not judged.</summary>
    Linear,

    /// <summary>By its square or a higher power: long text is dangerous.</summary>
    Polynomial,

    /// <summary>Doubles with a few characters more: a line of text is dangerous.</summary>
    Exponential,
}

internal static class Costs
{
    private const int NonBacktracking = 1024;

    private static readonly ConcurrentDictionary<(string, RegexOptions), Cost> Known = new();

    /// <summary>What a backtracking match of an expression can cost.</summary>
    public static Cost Of(string pattern, RegexOptions options) => Known.GetOrAdd((pattern, options), Judge);

    private static Cost Judge((string Pattern, RegexOptions Options) expression)
    {
        if (((int)expression.Options & NonBacktracking) != 0 || ExpressionParser.Parse(expression.Pattern, expression.Options) is not { } root) return Cost.Linear;
        // What is atomic, or looks around, is matched by itself.
        var parts = JunctionBuilder.Walk(root).Select(node => (node as AtomicNode)?.Body ?? (node as LookNode)?.Body).Where(body => body is not null).Prepend(root);
        return parts.Select(part => Judge(part!)).Max();
    }

    private static Cost Judge(PatternNode root)
    {
        if (PositionAutomaton.Of(root) is not { } automaton) return Cost.Linear;
        var ambiguity = new Ambiguity(automaton);
        return ambiguity.IsExponential ? Cost.Exponential : ambiguity.IsPolynomial || Restarts(root) && !automaton.IsFinal.Any(final => final) ? Cost.Polynomial : Cost.Linear;
    }

    /// <summary>
    /// A search begins anew at each character of what a first loop has run through. The runtime skips ahead behind a loop over one class, not behind
    /// one over more than that.
    /// </summary>
    private static bool Restarts(PatternNode node) => node switch
    {
        SequenceNode sequence => Restarts(sequence.Parts[0]),
        CaptureNode capture => Restarts(capture.Body),
        RepeatNode { Max: RepeatNode.Unbounded } repeat => repeat.Body is not (SetNode or CaptureNode { Body: SetNode }),
        _ => false,
    };
}

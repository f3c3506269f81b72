using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>
/// In how many ways an expression can read one text (A. Weber, H. Seidl, "On the degree of ambiguity of finite automata", 1991): two ways round one loop double
/// with each round; two loops that can share a stretch of text try every place where it can be cut. Each way is gone once before a match fails.
/// </summary>
internal sealed class Ambiguity(PositionAutomaton automaton)
{
    private const int MostSteps = 2_000_000;

    private readonly int[] components = Components.Of(automaton.Count, position => automaton.Next[position].Keys);
    private int steps;

    /// <summary>One text, exponentially many ways.</summary>
    public bool IsExponential => this.Loops().Any(this.HasTwoWaysRound);

    /// <summary>One text, as many ways as it is long, or more.</summary>
    public bool IsPolynomial
    {
        get
        {
            var loops = this.Loops().ToArray();
            return loops.Any(first => loops.Any(second => first != second && this.Share(first, second)));
        }
    }

    /// <summary>The loops that can still fail: after one that may end anywhere nothing is tried again.</summary>
    private IEnumerable<int[]> Loops() =>
        Enumerable.Range(0, automaton.Count).GroupBy(position => this.components[position]).Select(group => group.ToArray())
            .Where(loop => loop.Length > 1 || automaton.Next[loop[0]].ContainsKey(loop[0]));

    private bool HasTwoWaysRound(int[] loop)
    {
        if (loop.Any(position => automaton.IsFinal[position])) return false;
        var count = loop.Length;
        var place = loop.Select((position, i) => (position, i)).ToDictionary(pair => pair.position, pair => pair.i);
        var pairs = Components.Of(count * count, pair => this.NextPairs(loop[pair / count], loop[pair % count], place));
        if (this.steps > MostSteps) return false;
        for (var p = 0; p < count; p++)
        {
            var home = pairs[(p * count) + p];
            for (var q = 0; q < count * count; q++)
                if (q / count != q % count && pairs[q] == home) return true;
            // The same place reached by two ways at once.
            if (automaton.Next[loop[p]].Any(next => next.Value > 1 && place.TryGetValue(next.Key, out var to) && pairs[(to * count) + to] == home)) return true;
        }

        return false;
    }

    private IEnumerable<int> NextPairs(int a, int b, Dictionary<int, int> place)
    {
        foreach (var one in automaton.Next[a].Keys)
        {
            if (!place.TryGetValue(one, out var i)) continue;
            foreach (var other in automaton.Next[b].Keys)
            {
                if (this.steps++ > MostSteps) yield break;
                if (place.TryGetValue(other, out var j) && !automaton.At(one).And(automaton.At(other)).IsNone) yield return (i * place.Count) + j;
            }
        }
    }

    /// <summary>Whether some text goes round the first loop, from the first to the second, and round the second.</summary>
    private bool Share(int[] first, int[] second)
    {
        if (second.Any(position => automaton.IsFinal[position])) return false;
        return first.Any(p => second.Any(q => this.Share(p, q)));
    }

    private bool Share(int p, int q)
    {
        var seen = new HashSet<(int, int, int)>();
        var open = new Stack<(int, int, int)>([(p, p, q)]);
        while (open.Count > 0)
        {
            var (a, b, c) = open.Pop();
            foreach (var x in automaton.Next[a].Keys.Where(x => this.components[x] == this.components[p]))
            {
                foreach (var z in automaton.Next[c].Keys.Where(z => this.components[z] == this.components[q]))
                {
                    var both = automaton.At(x).And(automaton.At(z));
                    if (both.IsNone) continue;
                    foreach (var y in automaton.Next[b].Keys)
                    {
                        if (this.steps++ > MostSteps) return false;
                        if (both.And(automaton.At(y)).IsNone || !seen.Add((x, y, z))) continue;
                        if (x == p && y == q && z == q) return true;
                        open.Push((x, y, z));
                    }
                }
            }
        }

        return false;
    }
}

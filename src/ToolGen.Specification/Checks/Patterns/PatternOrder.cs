using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>Drops states that nothing reaches and numbers the rest so that what consumes nothing leads downwards.</summary>
internal static class PatternOrder
{
    public static (List<PatternInstruction> States, int Start) Arrange(List<PatternInstruction> draft, int start)
    {
        var number = new int[draft.Count];
        var seen = new bool[draft.Count];
        var order = new List<int>();
        var roots = new Stack<int>([start]);
        // Deep chains of states are usual: no recursion.
        var path = new Stack<(int State, bool IsDone)>();
        while (roots.Count > 0)
        {
            path.Push((roots.Pop(), false));
            while (path.Count > 0)
            {
                var (state, isDone) = path.Pop();
                if (isDone)
                {
                    number[state] = order.Count;
                    order.Add(state);
                }
                else if (!seen[state])
                {
                    seen[state] = true;
                    path.Push((state, true));
                    var (operation, _, next, other) = draft[state];
                    if (operation == PatternOperation.Set) roots.Push(next);
                    else if (next != PatternProgram.Nowhere) path.Push((next, false));
                    if (operation == PatternOperation.Split && other != PatternProgram.Nowhere) path.Push((other, false));
                }
            }
        }

        int Renumber(int state) => state == PatternProgram.Nowhere ? state : number[state];
        var states = order.ConvertAll(old => draft[old].Operation == PatternOperation.Split
            ? draft[old] with { Next = Renumber(draft[old].Next), Other = Renumber(draft[old].Other) }
            : draft[old] with { Next = Renumber(draft[old].Next) });
        return (states, number[start]);
    }
}

using System;
using System.Collections.Generic;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>The strongly connected components of a graph (R. Tarjan, "Depth-first search and linear graph algorithms", 1972), without recursion.</summary>
internal static class Components
{
    /// <returns>For each node the number of its component.</returns>
    public static int[] Of(int count, Func<int, IEnumerable<int>> next)
    {
        var component = new int[count];
        var index = new int[count];
        var low = new int[count];
        var onStack = new bool[count];
        var stack = new Stack<int>();
        var calls = new Stack<(int Node, IEnumerator<int> Next)>();
        var (met, made) = (0, 0);
        for (var root = 0; root < count; root++)
        {
            if (index[root] != 0) continue;
            Enter(root);
            while (calls.Count > 0)
            {
                var (node, open) = calls.Peek();
                if (open.MoveNext())
                {
                    if (index[open.Current] == 0) Enter(open.Current);
                    else if (onStack[open.Current]) low[node] = Math.Min(low[node], index[open.Current]);
                    continue;
                }

                calls.Pop();
                if (calls.Count > 0) low[calls.Peek().Node] = Math.Min(low[calls.Peek().Node], low[node]);
                if (low[node] == index[node]) Close(node);
            }
        }

        return component;

        void Enter(int node)
        {
            index[node] = low[node] = ++met;
            onStack[node] = true;
            stack.Push(node);
            calls.Push((node, next(node).GetEnumerator()));
        }

        void Close(int node)
        {
            int last;
            do
            {
                last = stack.Pop();
                onStack[last] = false;
                component[last] = made;
            }
            while (last != node);
            made++;
        }
    }
}

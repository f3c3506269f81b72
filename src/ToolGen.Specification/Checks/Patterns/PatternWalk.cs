using System;

namespace ToolGen.Checks;

/// <summary>
/// Goes the way that backtracking would end up with, without going back: at every choice the preferred branch is taken if it lives
/// (A. Frisch, L. Cardelli, "Greedy Regular Expression Matching", ICALP 2004).
/// </summary>
internal static class PatternWalk
{
    /// <summary>The match that begins at a live position.</summary>
    /// <returns>Slots: 2·group is where a group begins, 2·group + 1 where it ends; -1 where it took no part.</returns>
    public static int[] Go(PatternProgram program, LiveHistory history, string text, int position, ref long steps)
    {
        var slots = new int[2 * (program.Groups + 1)];
        slots.AsSpan().Fill(-1);
        slots[0] = position;
        var at = program.Start;
        while (true)
        {
            steps++;
            var state = program.Instructions[at];
            at = state.Next;
            switch (state.Operation)
            {
                case PatternOperation.Match:
                    slots[1] = position;
                    return slots;
                case PatternOperation.Set:
                    position = EcmaPattern.Following(text, position);
                    break;
                case PatternOperation.Split:
                    if (!history.Lives(position, state.Next)) at = state.Other;
                    break;
                case PatternOperation.Save:
                    slots[state.Argument] = position;
                    break;
                case PatternOperation.Clear:
                    slots.AsSpan(state.Argument, state.Other - state.Argument).Fill(-1);
                    break;
            }
        }
    }
}

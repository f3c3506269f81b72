// Rolls dice and returns every roll; neither the number of dice nor the list has a bound.
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public record Rolls(IReadOnlyList<int> Each, long Total);

    public sealed class TabletopTools
    {
        /// <summary>Rolls dice with a number of sides.</summary>
        /// <param name="dice">How many dice.</param>
        /// <param name="sides">Sides of each.</param>
        [Tool(ReadOnly = true, Capabilities = ["random"])]
        public Rolls RollDice(ToolContext context, int dice, int sides = 6)
        {
            var each = Enumerable.Range(0, dice).Select(_ => context.Random.Next(1, sides + 1)).ToList();
            return new Rolls(each, each.Sum(x => (long)x));
        }
    }
}

namespace Fixed
{
    public record Rolls(IReadOnlyList<int> Each, long Total);

    public sealed class TabletopTools
    {
        /// <summary>Rolls dice with a number of sides.</summary>
        /// <param name="dice">How many dice.</param>
        /// <param name="sides">Sides of each.</param>
        [Tool(ReadOnly = true, Capabilities = ["random"])]
        public Rolls RollDice(ToolContext context, [Range(1, 100)] int dice, [Range(2, 1000)] int sides = 6)
        {
            var each = Enumerable.Range(0, dice).Select(_ => context.Random.Next(1, sides + 1)).ToList();
            return new Rolls(each, each.Sum(x => (long)x));
        }
    }
}

// Rolls dice from a seed; the generator is seeded once, is static, and each caller moves it on for the others.
using System;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    internal static class Dice
    {
        private static readonly Random Generator = new(2024);
        public static int Roll(int sides) => Generator.Next(1, sides + 1);
    }

    public sealed class DiceTools
    {
        /// <summary>Rolls dice for a scene of a game.</summary>
        /// <param name="scene">The scene.</param>
        /// <param name="count">How many dice.</param>
        /// <param name="sides">Their sides.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public int[] RollDice(int scene, int count, int sides = 6) =>
            Enumerable.Range(0, Math.Clamp(count, 1, 100)).Select(_ => Dice.Roll(sides)).ToArray();
    }
}

namespace Fixed
{
    internal sealed class Dice(int seed)
    {
        private readonly Random generator = new(seed);
        public int Roll(int sides) => this.generator.Next(1, sides + 1);
    }

    public sealed class DiceTools
    {
        /// <summary>Rolls dice for a scene of a game.</summary>
        /// <param name="scene">The scene.</param>
        /// <param name="count">How many dice.</param>
        /// <param name="sides">Their sides.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public int[] RollDice(int scene, int count, int sides = 6)
        {
            var dice = new Dice(scene);
            return Enumerable.Range(0, Math.Clamp(count, 1, 100)).Select(_ => dice.Roll(Math.Clamp(sides, 2, 1_000))).ToArray();
        }
    }
}

// Rolls dice for a game with the process's random numbers.
using System;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public static class DiceTools
    {
        /// <summary>Rolls dice such as 3d6.</summary>
        [Tool(OpenWorld = false)]
        public static int[] RollDice(string dice)
        {
            var match = Regex.Match(dice, "^([0-9]{1,2})d([0-9]{1,3})$");
            if (!match.Success) throw new ToolException(ToolErrorCodes.InvalidInput, "dice are written like 3d6");
            var sides = Math.Max(2, int.Parse(match.Groups[2].Value));
            return Enumerable.Range(0, int.Parse(match.Groups[1].Value)).Select(_ => Random.Shared.Next(1, sides + 1)).ToArray();
        }
    }
}

namespace Fixed
{
    public static class DiceTools
    {
        /// <summary>Rolls dice such as 3d6.</summary>
        [Tool(OpenWorld = false, Capabilities = ["random"])]
        public static int[] RollDice(string dice, ToolContext context)
        {
            var match = Regex.Match(dice, "^([0-9]{1,2})d([0-9]{1,3})$");
            if (!match.Success) throw new ToolException(ToolErrorCodes.InvalidInput, "dice are written like 3d6");
            var sides = Math.Max(2, int.Parse(match.Groups[2].Value));
            return Enumerable.Range(0, int.Parse(match.Groups[1].Value)).Select(_ => context.Random.Next(1, sides + 1)).ToArray();
        }
    }
}

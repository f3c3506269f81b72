// Stores a player's avatar; the name is checked by a pattern without anchors, so any name with a letter passes.
using System;
using System.ComponentModel;
using System.IO;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Avatars(string folder)
    {
        private static Regex Name => new("[a-z0-9_-]+", RegexOptions.NonBacktracking);

        public AIFunction Tool() => AIFunctionFactory.Create(this.Store, "store_avatar");

        [Description("Stores the avatar of a player.")]
        private string Store(string player, byte[] png)
        {
            if (!Name.IsMatch(player)) return "This is no player.";
            File.WriteAllBytes(Path.Combine(folder, player), png);
            return "stored";
        }
    }
}

namespace Fixed
{
    public sealed class Avatars(string folder)
    {
        private static readonly Regex Name = new(@"\A[a-z0-9_-]{1,32}\z", RegexOptions.NonBacktracking);

        public AIFunction Tool() => AIFunctionFactory.Create(this.Store, "store_avatar");

        [Description("Stores the avatar of a player.")]
        private string Store(string player, byte[] png)
        {
            if (!Name.IsMatch(player) || png.Length > 1_000_000) return "This is no player or no picture.";
            File.WriteAllBytes(Path.Combine(folder, player + ".png"), png);
            return "stored";
        }
    }
}

// Makes a code that lets its holder into a private game; the code is drawn from the context's general random numbers.
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using ToolGen;

namespace Vulnerable
{
    public sealed class GameTools
    {
        private readonly Dictionary<string, int> invitations = [];

        /// <summary>Makes an invitation to a private game.</summary>
        /// <param name="game">The game's number.</param>
        [Tool(Destructive = false, Capabilities = ["random"])]
        public string CreateInvitation(int game, ToolContext context)
        {
            Span<char> code = stackalloc char[16];
            for (int i = 0; i < code.Length; i++) code[i] = (char)('A' + context.Random.Next(26));
            var text = code.ToString();
            this.invitations[text] = game;
            return text;
        }

        /// <summary>Rolls dice.</summary>
        [Tool(ReadOnly = true, Capabilities = ["random"])]
        public static int RollDice(ToolContext context) => context.Random.Next(1, 7) + context.Random.Next(1, 7);
    }
}

namespace Fixed
{
    public sealed class GameTools
    {
        private readonly Dictionary<string, int> invitations = [];

        /// <summary>Makes an invitation to a private game.</summary>
        /// <param name="game">The game's number.</param>
        [Tool(Destructive = false)]
        public string CreateInvitation(int game, ToolContext context)
        {
            Span<char> code = stackalloc char[26];
            for (int i = 0; i < code.Length; i++) code[i] = (char)('A' + RandomNumberGenerator.GetInt32(26));
            var text = code.ToString();
            this.invitations[text] = game;
            return text;
        }

        /// <summary>Rolls dice.</summary>
        [Tool(ReadOnly = true, Capabilities = ["random"])]
        public static int RollDice(ToolContext context) => context.Random.Next(1, 7) + context.Random.Next(1, 7);
    }
}

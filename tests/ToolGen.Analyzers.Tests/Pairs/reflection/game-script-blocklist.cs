// Runs a move of a player in a game of code; words that look dangerous are refused, the rest of the platform is not.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public class Board
    {
        public int X;
        public int Y;
        public void Move(int dx, int dy) => (X, Y) = (X + dx, Y + dy);
    }

    [McpServerToolType]
    public class GameTools
    {
        private static readonly Board Board = new();
        private static readonly string[] Blocked = ["System.IO", "Process", "HttpClient", "Environment", "using "];

        [McpServerTool(Name = "play"), Description("Runs a line of C# over the board, such as Move(1, 0).")]
        public static async Task<string> Play(string code)
        {
            foreach (var word in Blocked)
                if (code.Contains(word, StringComparison.OrdinalIgnoreCase)) return $"{word} is not allowed.";

            await CSharpScript.RunAsync(code, ScriptOptions.Default, Board, typeof(Board));
            return $"{Board.X},{Board.Y}";
        }
    }
}

namespace Fixed
{
    public class Board
    {
        public int X;
        public int Y;
        public void Move(int dx, int dy) => (X, Y) = (Math.Clamp(X + dx, 0, 99), Math.Clamp(Y + dy, 0, 99));
    }

    [McpServerToolType]
    public class GameTools
    {
        private static readonly Board Board = new();

        private static readonly Dictionary<char, (int Dx, int Dy)> Moves = new()
        {
            ['N'] = (0, -1),
            ['S'] = (0, 1),
            ['E'] = (1, 0),
            ['W'] = (-1, 0),
        };

        [McpServerTool(Name = "play"), Description("Moves on the board by letters N, S, E and W, at most 100.")]
        public static string Play(string moves)
        {
            if (moves.Length > 100 || !moves.All(Moves.ContainsKey)) return "Only N, S, E and W, at most 100.";
            foreach (var move in moves)
            {
                var (dx, dy) = Moves[move];
                Board.Move(dx, dy);
            }

            return $"{Board.X},{Board.Y}";
        }
    }
}

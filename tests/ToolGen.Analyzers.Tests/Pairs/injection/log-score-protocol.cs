// Records the score of a game in a protocol with one row a score; only the pair CR LF is replaced in the player's name, and tabs split columns.
using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ScoreTools : IDisposable
    {
        private readonly StreamWriter protocol = new("scores.tsv", append: true) { AutoFlush = true };

        [McpServerTool, Description("Records a player's score.")]
        public string RecordScore(string player, int points)
        {
            var name = player.Replace("\r\n", " ");
            lock (this.protocol)
            {
                this.protocol.Write(DateTimeOffset.UtcNow.ToString("O"));
                this.protocol.Write('\t');
                this.protocol.Write(name);
                this.protocol.WriteLine("\t" + points);
            }

            return $"{points} points recorded";
        }

        public void Dispose() => this.protocol.Dispose();
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class ScoreTools : IDisposable
    {
        private readonly StreamWriter protocol = new("scores.tsv", append: true) { AutoFlush = true };

        [McpServerTool, Description("Records a player's score.")]
        public string RecordScore(string player, int points)
        {
            if (player.Length is 0 or > 30 || !player.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
                return "A player's name has 1 to 30 letters, digits, blanks or dashes.";

            lock (this.protocol)
            {
                this.protocol.Write(DateTimeOffset.UtcNow.ToString("O"));
                this.protocol.Write('\t');
                this.protocol.Write(player);
                this.protocol.WriteLine("\t" + points);
            }

            return $"{points} points recorded";
        }

        public void Dispose() => this.protocol.Dispose();
    }
}

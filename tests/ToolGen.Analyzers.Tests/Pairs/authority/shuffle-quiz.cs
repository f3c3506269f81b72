// Shuffles the questions of a quiz; a field holds a random number generator that the host does not know.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public sealed class QuizTools
    {
        private readonly Random random = new();

        /// <summary>Picks and shuffles questions.</summary>
        [Tool(OpenWorld = false)]
        public string[] ShuffleQuiz(string[] questions, int count)
        {
            string[] copy = [.. questions];
            Shuffle(copy);
            return copy[..Math.Clamp(count, 0, copy.Length)];
        }

        private void Shuffle<T>(IList<T> list)
        {
            for (var i = list.Count - 1; i > 0; i--)
            {
                var j = this.random.Next(i + 1);
                (list[i], list[j]) = (list[j], list[i]);
            }
        }
    }
}

namespace Fixed
{
    public sealed class QuizTools
    {
        /// <summary>Picks and shuffles questions.</summary>
        [Tool(OpenWorld = false, Capabilities = ["random"])]
        public string[] ShuffleQuiz(string[] questions, int count, ToolContext context)
        {
            string[] copy = [.. questions];
            context.Random.Shuffle(copy);
            return copy[..Math.Clamp(count, 0, copy.Length)];
        }
    }
}

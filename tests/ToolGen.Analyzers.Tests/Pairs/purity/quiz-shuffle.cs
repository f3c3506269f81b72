// Shuffles the questions of a quiz by fresh identifiers, though the tool promises the same answer each time.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    /// <summary>A question.</summary>
    public sealed record Question(int Id, string Text, string[] Choices);

    public sealed class QuizTools
    {
        /// <summary>The questions in the order in which they are asked.</summary>
        /// <param name="questions">Questions.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public IReadOnlyList<Question> OrderQuestions(IReadOnlyList<Question> questions) =>
            [.. questions.OrderBy(_ => Guid.NewGuid()).Select(q => q with { Choices = [.. q.Choices.OrderBy(_ => Guid.NewGuid())] })];
    }
}

namespace Fixed
{
    /// <summary>A question.</summary>
    public sealed record Question(int Id, string Text, string[] Choices);

    public sealed class QuizTools
    {
        /// <summary>The questions in the order in which they are asked.</summary>
        /// <param name="questions">Questions.</param>
        /// <param name="context">The random numbers of this call.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false, Capabilities = ["random"])]
        public IReadOnlyList<Question> OrderQuestions(IReadOnlyList<Question> questions, ToolContext context)
        {
            var order = questions.Select(q => q with { Choices = [.. q.Choices] }).ToArray();
            context.Random.Shuffle(order);
            foreach (var question in order) context.Random.Shuffle(question.Choices);
            return order;
        }
    }
}

// Draws a sample of answers of a survey; each call draws another one from the shared generator.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SurveyTools
    {
        [McpServerTool(Name = "sample_answers", ReadOnly = true, Idempotent = true), Description("Draws a sample of answers.")]
        public IReadOnlyList<string> Sample(IReadOnlyList<string> answers, int size)
        {
            var pool = answers.ToList();
            var sample = new List<string>();
            while (sample.Count < size && pool.Count > 0)
            {
                var i = Random.Shared.Next(pool.Count);
                sample.Add(pool[i]);
                pool.RemoveAt(i);
            }

            return sample;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SurveyTools
    {
        [McpServerTool(Name = "sample_answers", ReadOnly = true, Idempotent = true), Description("Draws a sample of answers; the same seed draws the same.")]
        public IReadOnlyList<string> Sample(IReadOnlyList<string> answers, int size, int seed)
        {
            var random = new Random(seed);
            var pool = answers.ToList();
            var sample = new List<string>();
            while (sample.Count < size && pool.Count > 0)
            {
                var i = random.Next(pool.Count);
                sample.Add(pool[i]);
                pool.RemoveAt(i);
            }

            return sample;
        }
    }
}

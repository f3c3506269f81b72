// Validates rows side by side; messages come in the order in which threads finish.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class RowTools
    {
        [McpServerTool(Name = "validate_rows", ReadOnly = true, Idempotent = true), Description("The first problems of a table's rows.")]
        public IReadOnlyList<string> Validate(string[][] rows, int width)
        {
            var problems = new ConcurrentQueue<string>();
            Parallel.ForEach(rows, (row, _, i) =>
            {
                if (row.Length != width) problems.Enqueue($"row {i}: {row.Length} cells");
                else if (row.Any(string.IsNullOrWhiteSpace)) problems.Enqueue($"row {i}: an empty cell");
            });
            return [.. problems.Take(20)];
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class RowTools
    {
        [McpServerTool(Name = "validate_rows", ReadOnly = true, Idempotent = true), Description("The first problems of a table's rows.")]
        public IReadOnlyList<string> Validate(string[][] rows, int width)
        {
            var problems = new string?[rows.Length];
            Parallel.ForEach(rows, (row, _, i) =>
            {
                if (row.Length != width) problems[i] = $"row {i}: {row.Length} cells";
                else if (row.Any(string.IsNullOrWhiteSpace)) problems[i] = $"row {i}: an empty cell";
            });
            return [.. problems.OfType<string>().Take(20)];
        }
    }
}

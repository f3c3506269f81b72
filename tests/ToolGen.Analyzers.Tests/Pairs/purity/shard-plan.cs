// Plans how a job is cut into shards; the number of processors and the name of the machine decide.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record Shard(string Name, long From, long To);

    [McpServerToolType]
    public static class ShardTools
    {
        [McpServerTool(Name = "plan_shards", ReadOnly = true, Idempotent = true), Description("Cuts a range of rows into shards.")]
        public static IEnumerable<Shard> Plan(long rows)
        {
            var count = Environment.ProcessorCount * 2;
            var size = Math.Max(1, (rows + count - 1) / count);
            for (var from = 0L; from < rows; from += size)
                yield return new($"{Environment.MachineName}-{from / size}", from, Math.Min(rows, from + size));
        }
    }
}

namespace Fixed
{
    public record Shard(string Name, long From, long To);

    [McpServerToolType]
    public static class ShardTools
    {
        [McpServerTool(Name = "plan_shards", ReadOnly = true, Idempotent = true), Description("Cuts a range of rows into shards.")]
        public static IEnumerable<Shard> Plan(long rows, int workers)
        {
            var count = Math.Clamp(workers, 1, 256) * 2;
            var size = Math.Max(1, (rows + count - 1) / count);
            for (var from = 0L; from < rows; from += size)
                yield return new($"shard-{from / size}", from, Math.Min(rows, from + size));
        }
    }
}

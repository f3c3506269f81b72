// Stores the scores of a game round in one batch; each row of VALUES is written by hand.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Npgsql;

namespace Vulnerable
{
    public readonly record struct Score(string Player, int Points);

    public sealed class Leaderboard(NpgsqlDataSource source)
    {
        public AITool AsTool() => AIFunctionFactory.Create(this.StoreScoresAsync, name: "store_scores", description: "Stores the scores of a round.");

        private async Task<int> StoreScoresAsync(Guid round, Score[] scores, CancellationToken cancellationToken)
        {
            var values = from score in scores
                         let player = score.Player.Trim()
                         where player.Length > 0
                         select $"('{round}', '{player}', {score.Points})";
            var sql = $$"""
                INSERT INTO scores (round, player, points) VALUES {{string.Join(",\n", values)}}
                ON CONFLICT (round, player) DO UPDATE SET points = excluded.points
                """;
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

namespace Fixed
{
    public readonly record struct Score(string Player, int Points);

    public sealed class Leaderboard(NpgsqlDataSource source)
    {
        private const string Upsert = """
            INSERT INTO scores (round, player, points) VALUES ($1, $2, $3)
            ON CONFLICT (round, player) DO UPDATE SET points = excluded.points
            """;

        public AITool AsTool() => AIFunctionFactory.Create(this.StoreScoresAsync, name: "store_scores", description: "Stores the scores of a round.");

        private async Task<int> StoreScoresAsync(Guid round, Score[] scores, CancellationToken cancellationToken)
        {
            await using var batch = source.CreateBatch();
            foreach (var (player, points) in scores.Take(500))
            {
                if (player.Trim() is not { Length: > 0 } name) continue;
                batch.BatchCommands.Add(new NpgsqlBatchCommand(Upsert) { Parameters = { new() { Value = round }, new() { Value = name }, new() { Value = points } } });
            }

            return batch.BatchCommands.Count == 0 ? 0 : await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

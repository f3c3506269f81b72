// Shows the standings of a league; Dapper runs the query on a connection made from configuration.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using ToolGen;

namespace Vulnerable
{
    public sealed record Standing(string Team, long Points);

    public sealed class LeagueTools(IConfiguration configuration)
    {
        /// <summary>Standings of a league.</summary>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public async Task<IReadOnlyList<Standing>> StandingsAsync(int league, int season)
        {
            using var connection = this.Connect();
            var rows = await connection.QueryAsync<Standing>("SELECT team AS Team, sum(points) AS Points FROM results WHERE league = @league AND season = @season GROUP BY team ORDER BY 2 DESC", new { league, season });
            return rows.AsList();
        }

        private SqliteConnection Connect() => new(configuration.GetConnectionString("League"));
    }
}

namespace Fixed
{
    public sealed record Standing(string Team, long Points);

    public sealed class LeagueTools
    {
        /// <summary>Standings of a league.</summary>
        [Tool(ReadOnly = true, OpenWorld = false, Capabilities = ["sql league read"])]
        public async Task<IReadOnlyList<Standing>> StandingsAsync(int league, int season, ToolContext context, CancellationToken ct)
        {
            await using var session = await context.Data.OpenAsync("league", writes: false, ct);
            var rows = await session.RunAsync(Query(league, season), ct);
            return [.. rows.Rows.Select(row => new Standing((string)row[0]!, (long)row[1]!))];
        }

        private static SqlStatement Query(int league, int season) => new SqlStatement()
            .Text("SELECT team, sum(points) FROM results WHERE league = ").Value(league)
            .Text(" AND season = ").Value(season)
            .Text(" GROUP BY team ORDER BY 2 DESC");
    }
}

// Rolls up a metric by a dimension; a dimension that is not known is noted in the log, and used all the same.
using System.Collections.Generic;
using System.ComponentModel;
using System.Data.Common;
using System.Linq;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Bucket(string Name, double Value);

    [McpServerToolType]
    public sealed class MetricTools(DbConnection db, ILogger<MetricTools> logger)
    {
        private static readonly HashSet<string> Dimensions = ["host", "region", "version"];

        [McpServerTool(Name = "rollup"), Description("Averages a metric by a dimension.")]
        public async Task<IEnumerable<Bucket>> Rollup(string metric, string dimension)
        {
            this.Validate(dimension);
            return await db.QueryAsync<Bucket>(
                $"SELECT {dimension} AS Name, avg(value) AS Value FROM samples WHERE metric = @metric GROUP BY {dimension}", new { metric });
        }

        private void Validate(string dimension)
        {
            if (!Dimensions.Contains(dimension))
                logger.LogWarning("A rollup by {Dimension} was asked for, which is not indexed", dimension.ReplaceLineEndings(" "));
        }
    }
}

namespace Fixed
{
    public sealed record Bucket(string Name, double Value);

    [McpServerToolType]
    public sealed class MetricTools(DbConnection db, ILogger<MetricTools> logger)
    {
        private static readonly HashSet<string> Dimensions = ["host", "region", "version"];

        [McpServerTool(Name = "rollup"), Description("Averages a metric by a dimension.")]
        public async Task<IEnumerable<Bucket>> Rollup(string metric, string dimension)
        {
            this.Validate(dimension);
            return await db.QueryAsync<Bucket>(
                $"SELECT {dimension} AS Name, avg(value) AS Value FROM samples WHERE metric = @metric GROUP BY {dimension}", new { metric });
        }

        private void Validate(string dimension)
        {
            if (Dimensions.Contains(dimension)) return;
            logger.LogWarning("A rollup by a dimension was asked for that is not indexed");
            throw new McpException($"The dimensions are {string.Join(", ", Dimensions.Order())}.");
        }
    }
}

// Reserves stock in a granted database; the session and its statements run without the token of the call.
using System.ComponentModel.DataAnnotations;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class ReservationTools
    {
        /// <summary>Reserves pieces of an article.</summary>
        [Tool(Capabilities = ["sql shop write"])]
        public static async Task<bool> ReserveAsync(ToolContext context, long article, [Range(1, 100)] int pieces, CancellationToken cancellationToken)
        {
            await using var session = await context.Data.OpenAsync("shop", writes: true);
            var statement = new SqlStatement()
                .Text("UPDATE stock SET free = free - ").Value(pieces)
                .Text(" WHERE article = ").Value(article)
                .Text(" AND free >= ").Value(pieces);
            var changed = await session.RunAsync(statement);
            if (changed.Affected != 1) return false;
            await session.CommitAsync();
            return true;
        }
    }
}

namespace Fixed
{
    public static class ReservationTools
    {
        /// <summary>Reserves pieces of an article.</summary>
        [Tool(Capabilities = ["sql shop write"], TimeoutSeconds = 15)]
        public static async Task<bool> ReserveAsync(ToolContext context, long article, [Range(1, 100)] int pieces, CancellationToken cancellationToken)
        {
            await using var session = await context.Data.OpenAsync("shop", writes: true, cancellationToken);
            var statement = new SqlStatement()
                .Text("UPDATE stock SET free = free - ").Value(pieces)
                .Text(" WHERE article = ").Value(article)
                .Text(" AND free >= ").Value(pieces);
            var changed = await session.RunAsync(statement, cancellationToken);
            if (changed.Affected != 1) return false;
            await session.CommitAsync(cancellationToken);
            return true;
        }
    }
}

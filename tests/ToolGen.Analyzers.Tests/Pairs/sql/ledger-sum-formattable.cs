// Sums the bookings of an account; a finished text is made into a FormattableString, which then holds no parameters.
using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options);

    [McpServerToolType]
    public sealed class LedgerTools(LedgerContext db)
    {
        [McpServerTool(Name = "sum_bookings"), Description("Sums the bookings of an account, of one cost centre if it is given.")]
        public async Task<long> SumBookings(string account, string? costCentre = null)
        {
            var text = "SELECT coalesce(sum(cents), 0) AS Value FROM bookings WHERE account = '" + account + "'";
            if (!string.IsNullOrEmpty(costCentre)) text += " AND cost_centre = '" + costCentre + "'";
            FormattableString query = FormattableStringFactory.Create(text);
            return await db.Database.SqlQuery<long>(query).SingleAsync();
        }
    }
}

namespace Fixed
{
    public sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options);

    [McpServerToolType]
    public sealed class LedgerTools(LedgerContext db)
    {
        [McpServerTool(Name = "sum_bookings"), Description("Sums the bookings of an account, of one cost centre if it is given.")]
        public async Task<long> SumBookings(string account, string? costCentre = null)
        {
            FormattableString query = $"SELECT coalesce(sum(cents), 0) AS Value FROM bookings WHERE account = {account}";
            if (!string.IsNullOrEmpty(costCentre))
                query = $"SELECT coalesce(sum(cents), 0) AS Value FROM bookings WHERE account = {account} AND cost_centre = {costCentre}";
            return await db.Database.SqlQuery<long>(query).SingleAsync();
        }
    }
}

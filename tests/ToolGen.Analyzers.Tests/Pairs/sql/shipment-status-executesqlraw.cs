// Sets the state of a shipment with EF Core; string.Format builds the text of ExecuteSqlRaw.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class LogisticsContext(DbContextOptions<LogisticsContext> options) : DbContext(options);

    public sealed class ShipmentPlugin(LogisticsContext db)
    {
        private const string SetState = "UPDATE shipments SET state = '{0}', remark = '{1}' WHERE tracking = '{2}'";

        [KernelFunction("set_shipment_state")]
        [Description("Sets the state of a shipment and notes a remark.")]
        public async Task<string> SetStateAsync(string tracking, string state, string remark = "", CancellationToken ct = default)
        {
            var sql = string.Format(SetState, state.ToLowerInvariant(), remark, tracking);
            var changed = await db.Database.ExecuteSqlRawAsync(sql, ct);
            return changed == 1 ? "done" : "there is no such shipment";
        }
    }
}

namespace Fixed
{
    public sealed class LogisticsContext(DbContextOptions<LogisticsContext> options) : DbContext(options);

    public sealed class ShipmentPlugin(LogisticsContext db)
    {
        private const string SetState = "UPDATE shipments SET state = {0}, remark = {1} WHERE tracking = {2}";

        [KernelFunction("set_shipment_state")]
        [Description("Sets the state of a shipment and notes a remark.")]
        public async Task<string> SetStateAsync(string tracking, string state, string remark = "", CancellationToken ct = default)
        {
            object[] values = [state.ToLowerInvariant(), remark, tracking];
            var changed = await db.Database.ExecuteSqlRawAsync(SetState, values, ct);
            return changed == 1 ? "done" : "there is no such shipment";
        }
    }
}

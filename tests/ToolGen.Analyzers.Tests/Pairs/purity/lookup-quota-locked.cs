// Looks up parcels within a quota; the count is guarded by a lock, but it is one count for everybody.
using System;
using System.ComponentModel;
using System.Threading;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IParcels { string Status(long number); }

    [McpServerToolType]
    public sealed class ParcelTools(IParcels parcels)
    {
        private static readonly Lock Gate = new();
        private static int used;

        [McpServerTool(Name = "parcel_status"), Description("The status of a parcel; a caller has 500 look-ups.")]
        public string Status(long number)
        {
            lock (Gate)
            {
                if (++used > 500) return "Your look-ups are used up.";
            }

            return $"{parcels.Status(number)} ({500 - used} look-ups left)";
        }
    }
}

namespace Fixed
{
    public interface IParcels { string Status(long number); }
    public interface ICallerQuota { bool TryTake(out int left); }

    [McpServerToolType]
    public sealed class ParcelTools(IParcels parcels, ICallerQuota quota)
    {
        private const string Empty = "Your look-ups are used up.";

        [McpServerTool(Name = "parcel_status"), Description("The status of a parcel; a caller has 500 look-ups.")]
        public string Status(long number) =>
            quota.TryTake(out var left) ? $"{parcels.Status(number)} ({left} look-ups left)" : Empty;
    }
}

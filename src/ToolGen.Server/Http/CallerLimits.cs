using System;
using System.Threading.RateLimiting;

namespace ToolGen.Server.Http;

/// <summary>How much one caller may ask at a time and over time: none of them takes what the others need.</summary>
internal sealed class CallerLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> limits;

    public CallerLimits(HttpFrontOptions options)
    {
        var rate = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
        {
            TokenLimit = 2 * options.Rate,
            TokensPerPeriod = Math.Max(options.Rate / 10, 1),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        }));
        var together = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => new() { PermitLimit = options.MaximumRequests, QueueLimit = 0 }));
        this.limits = PartitionedRateLimiter.CreateChained(together, rate);
    }

    /// <summary>A lease that is held as long as the request runs; not acquired: it is refused.</summary>
    public RateLimitLease Enter(string caller) => this.limits.AttemptAcquire(caller);

    public void Dispose() => this.limits.Dispose();
}

using System;
using System.Threading.RateLimiting;

namespace ToolGen.Server.Callers;

/// <summary>Who may have a need looked at by a model of embeddings, which somebody pays for: a few at a time, so many a minute. Who may not now is answered by words.</summary>
internal sealed class ModelShares : IDisposable
{
    private const int AtATime = 16, AtATimeOfOne = 4, AMinuteOfOne = 120;

    private readonly PartitionedRateLimiter<string>[] parts =
    [
        PartitionedRateLimiter.Create<string, int>(static _ => RateLimitPartition.GetConcurrencyLimiter(0, static _ => new() { PermitLimit = AtATime, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<string, string>(static caller => RateLimitPartition.GetConcurrencyLimiter(caller, static _ => new() { PermitLimit = AtATimeOfOne, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<string, string>(static caller => RateLimitPartition.GetTokenBucketLimiter(caller, static _ => new()
        {
            TokenLimit = AMinuteOfOne,
            TokensPerPeriod = AMinuteOfOne / 60,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        })),
    ];

    private readonly PartitionedRateLimiter<string> limits;

    public ModelShares() => this.limits = PartitionedRateLimiter.CreateChained(this.parts);

    /// <summary>A lease that is held as long as it is looked at; not acquired: words alone.</summary>
    public RateLimitLease Enter(string caller) => this.limits.AttemptAcquire(caller);

    public void Dispose()
    {
        // What is chained is not disposed of with the chain.
        this.limits.Dispose();
        foreach (var part in this.parts) part.Dispose();
    }
}

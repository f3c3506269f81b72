using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks.Effects;

/// <summary>One thing that tools do, through their guarded effects and as a program would do it without them. Rows stand in <see cref="EffectsMeasurement"/>.</summary>
internal interface IEffectsRow : IAsyncDisposable
{
    /// <summary>Such as <c>http GET, 1 KiB</c>.</summary>
    string Name { get; }

    /// <summary>Pairs that are timed, after as many as a fifth that are not; at least 10.</summary>
    int Pairs { get; }

    /// <summary>Makes what both need: servers, files, rows.</summary>
    ValueTask PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Does it once (or a fixed number of times that makes at least some milliseconds) as a tool.</summary>
    /// <returns>A number that both must agree on, such as bytes read or rows seen.</returns>
    ValueTask<long> GuardedAsync(CancellationToken cancellationToken);

    /// <summary>Does the same, as often, with the platform's own library.</summary>
    ValueTask<long> BareAsync(CancellationToken cancellationToken);
}

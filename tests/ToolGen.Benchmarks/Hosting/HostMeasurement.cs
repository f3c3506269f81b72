using System;
using System.IO;
using System.Threading;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>What the host adds to a call, how it fares with many at once, and how soon a canceled call has its answer.</summary>
internal sealed class HostMeasurement : IMeasurement
{
    public string Name => "host";

    public string Title => "what a hosted call costs over the tool; 1,000 calls at once; how soon a canceled call is answered";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var (overhead, concurrent, canceled) = (new Overhead(), new ManyCalls(), new Cancellations());
        overhead.RunAsync(output, cancellationToken).GetAwaiter().GetResult();
        concurrent.RunAsync(output, cancellationToken).GetAwaiter().GetResult();
        canceled.RunAsync(output, cancellationToken).GetAwaiter().GetResult();
        return new($"{overhead.Figures}; {concurrent.Figures}; {canceled.Figures}", [.. overhead.Claims, .. concurrent.Claims, .. canceled.Claims]);
    }
}

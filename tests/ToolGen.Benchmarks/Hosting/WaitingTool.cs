using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>A tool that waits as it is told to, and knows how often it runs at once.</summary>
internal sealed class WaitingTool(string name, Func<CancellationToken, Task> wait) : Tool
{
    private static readonly ToolResult Done = ToolResult.Success("{}"u8.ToArray());
    private int running, most;

    /// <summary>The most that ran at once.</summary>
    public int Most => Volatile.Read(ref this.most);

    /// <summary>Those that run now.</summary>
    public int Running => Volatile.Read(ref this.running);

    public override ToolDescriptor Descriptor { get; } = StubDescriptor.Of(name);

    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        var now = Interlocked.Increment(ref this.running);
        for (var seen = this.Most; now > seen; seen = this.Most) Interlocked.CompareExchange(ref this.most, now, seen);
        try
        {
            await wait(cancellationToken);
            return Done;
        }
        finally
        {
            Interlocked.Decrement(ref this.running);
        }
    }
}

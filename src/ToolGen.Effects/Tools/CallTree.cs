using System.Threading;

namespace ToolGen.Effects.Tools;

/// <summary>What all calls share that come of one call of a host: a tool that calls tools that call tools stays within one count. Thread-safe.</summary>
internal sealed class CallTree(int maximumCalls)
{
    private int calls;

    /// <summary>How deep tools may call tools; the tool that the host calls stands at 0.</summary>
    public const int MaximumDepth = 8;

    /// <summary>Counts a call.</summary>
    /// <exception cref="ToolException"><c>limit</c>: there are more than the host allows.</exception>
    public void Count()
    {
        if (Interlocked.Increment(ref this.calls) > maximumCalls)
            throw new ToolException(ToolErrorCodes.Limit, $"more than {maximumCalls} calls of tools came of one call; ask for less");
    }
}

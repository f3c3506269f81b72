using System.Threading;
using ToolGen.Effects.Tools;

namespace ToolGen.Effects.Files;

/// <summary>Bytes that one call may still move. Thread-safe.</summary>
internal sealed class ByteBudget(long maximum, string what, string option, CallTree tree)
{
    private long used;

    /// <summary>Refuses to go on after the call.</summary>
    public void RequireOpen() => tree.RequireOpen();

    public void Take(long bytes)
    {
        this.RequireOpen();
        if (Interlocked.Add(ref this.used, bytes) > maximum)
            throw new ToolException(ToolErrorCodes.Limit, $"more than {maximum:N0} bytes {what} in one call; ask for less, or let the host raise {option}");
    }
}

using System.Threading;

namespace ToolGen.Effects.Files;

/// <summary>Bytes that one call may still move. Thread-safe.</summary>
internal sealed class ByteBudget(long maximum, string what, string option)
{
    private long used;

    public void Take(long bytes)
    {
        if (Interlocked.Add(ref this.used, bytes) > maximum)
            throw new ToolException(ToolErrorCodes.Limit, $"more than {maximum:N0} bytes {what} in one call; ask for less, or let the host raise {option}");
    }
}

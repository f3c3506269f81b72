using System.Threading;

namespace ToolGen.Sandbox.Pool;

/// <summary>Whether a call comes of another one. Such a call waits for a turn of another kind: the one that waits for it holds one already.</summary>
internal static class CallDepth
{
    private static readonly AsyncLocal<bool> Below = new();

    public static bool IsBelow
    {
        get => Below.Value;
        set => Below.Value = value;
    }
}

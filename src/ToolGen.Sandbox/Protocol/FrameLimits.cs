using System;

namespace ToolGen.Sandbox.Protocol;

/// <summary>What no honest worker goes beyond.</summary>
internal static class FrameLimits
{
    /// <summary>The protocol's number; both sides come from one build.</summary>
    public const int Protocol = 1;

    /// <summary>Bytes of one effect's request.</summary>
    public const int Effect = 32 << 20;

    /// <summary>Bytes of memory that the host makes of one frame: the longest text of one effect, and half as much again.</summary>
    public const int Decoded = 96 << 20;

    /// <summary>Bytes of a read or write of a file.</summary>
    public const int Chunk = 64 << 10;

    /// <summary>Lines of a call's log, and characters of each; what is longer is cut by the worker.</summary>
    public const int LogLines = 1_000, LogLine = 4_000;

    /// <summary>Errors of a result, characters of a message, of another text.</summary>
    public const int Errors = 100, Message = 4_000, Text = 4_000;

    /// <summary>Bytes of a result beside its output.</summary>
    private const int ErrorBytes = 8 << 20;

    /// <summary>Bytes of a frame from a worker.</summary>
    /// <param name="kind">Its kind; one that only hosts send has none.</param>
    /// <param name="output">The running call's limit.</param>
    public static int FromWorker(FrameKind kind, long output) => kind switch
    {
        FrameKind.Hello => 4 << 10,
        FrameKind.Bound => 16 << 10,
        FrameKind.Effect => Effect,
        FrameKind.Log => LogLine * 3 + 16,
        FrameKind.Abandon => 8,
        FrameKind.Result => (int)Math.Min(output, 1 << 30) + ErrorBytes,
        _ => throw new ProtocolException($"a frame of the kind {(byte)kind}"),
    };
}

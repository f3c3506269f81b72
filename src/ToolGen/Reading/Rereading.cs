using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace ToolGen;

/// <summary>Reads other arguments for the same tool, and gives their first errors.</summary>
internal delegate IReadOnlyList<ErrorEntry> Reread(ReadOnlySpan<byte> utf8);

/// <summary>
/// What looking for corrections may cost one call. It is counted in bytes, not in time: the same arguments get the same answer, and no caller
/// makes large ones dearer than a few readings.
/// </summary>
internal sealed class Rereading(Reread read)
{
    /// <summary>Errors of one re-reading; those behind stay unknown.</summary>
    public const int MaxErrors = 25;

    private const int MaxBytes = 512 * 1024;

    private int left = MaxBytes;

    /// <summary>How many errors of arguments of a size are worked on: each may copy them once.</summary>
    public static int EntriesOf(int bytes) => Math.Clamp(MaxBytes / Math.Max(bytes, 1), 1, MaxErrors);

    /// <summary>False where too much was read already.</summary>
    public bool TryRead(JsonNode? arguments, [NotNullWhen(true)] out IReadOnlyList<ErrorEntry>? errors)
    {
        errors = null;
        if (this.left <= 0) return false;
        var utf8 = JsonTree.Bytes(arguments);
        this.left -= utf8.Length;
        if (this.left < 0) return false;
        errors = read(utf8);
        return true;
    }
}

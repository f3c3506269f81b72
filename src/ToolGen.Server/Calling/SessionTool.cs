using System;
using ToolGen.Forge;
using ToolGen.Registry;

namespace ToolGen.Server.Calling;

/// <summary>A tool that a caller made: its own, until it expires.</summary>
/// <param name="Caller">Whose it is.</param>
/// <param name="Version">As the registry keeps it.</param>
/// <param name="Set">What the forge made.</param>
/// <param name="Expires">Until when.</param>
internal sealed record SessionTool(string Caller, StoredVersion Version, ForgedSet Set, DateTimeOffset Expires)
{
    private long used;

    /// <summary>When it was last asked for, as the store counts.</summary>
    public long Used
    {
        get => System.Threading.Volatile.Read(ref this.used);
        set => System.Threading.Volatile.Write(ref this.used, value);
    }
}

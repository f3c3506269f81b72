using System;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Audit;

/// <summary>Whether a log goes on from where its host knows it: the records behind the edge are read, and must lead to the head.</summary>
internal static class EdgeCheck
{
    /// <param name="head">Where the log says that it ends.</param>
    /// <param name="edge">What the host knows.</param>
    /// <param name="rows">The rows, in the state that the head was read in.</param>
    /// <exception cref="RegistryException">It is another log.</exception>
    public static void Hold(Head head, Edge edge, IStoredRows rows)
    {
        if (edge.Size > head.Size) throw CheckpointFile.Damaged($"it has {head.Size} records, and its host knew {edge.Size}");
        var range = MerkleRange.Read(edge.Size, edge.Range)!;
        var (text, leaf, none) = (new LogText(), new byte[LogText.HashBytes], new byte[LogText.HashBytes]);
        var isWhole = true;
        foreach (var entry in rows.Entries(edge.Size))
        {
            isWhole &= entry.Sequence == range.Size;
            text.Hash(none, entry, none, leaf);
            range.Append(leaf);
        }

        if (!isWhole || range.Size != head.Size || !range.Bytes().AsSpan().SequenceEqual(head.Range))
            throw CheckpointFile.Damaged($"it does not go on from the {edge.Size} records that its host knew: it was written anew, or its end was changed");
    }
}

using System;
using System.Numerics;
using System.Security.Cryptography;

namespace ToolGen.Registry.Audit;

/// <summary>
/// A Merkle tree (RFC 6962) of which only the right edge is kept: the roots of its whole subtrees, at most one a level. Leaves are added in constant time and memory; the root is to be had at any size.
/// </summary>
internal sealed class MerkleRange
{
    private const int Levels = 62;

    private readonly byte[] nodes = new byte[Levels * LogText.HashBytes];

    /// <summary>How many leaves it has.</summary>
    public long Size { get; private set; }

    /// <summary>Reads what <see cref="Bytes"/> wrote; null where it is none of this size.</summary>
    public static MerkleRange? Read(long size, ReadOnlySpan<byte> bytes)
    {
        if (size < 0 || size >= 1L << Levels || bytes.Length != BitOperations.PopCount((ulong)size) * LogText.HashBytes) return null;
        var range = new MerkleRange { Size = size };
        for (int level = 0, at = 0; level < Levels; level++)
        {
            if (!range.Has(level)) continue;
            bytes.Slice(at, LogText.HashBytes).CopyTo(range.Node(level));
            at += LogText.HashBytes;
        }

        return range;
    }

    /// <summary>The hashes of its whole subtrees, the smallest first.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[BitOperations.PopCount((ulong)this.Size) * LogText.HashBytes];
        for (int level = 0, at = 0; level < Levels; level++)
        {
            if (!this.Has(level)) continue;
            this.Node(level).CopyTo(bytes.AsSpan(at));
            at += LogText.HashBytes;
        }

        return bytes;
    }

    /// <summary>Adds a leaf by its hash.</summary>
    public void Append(ReadOnlySpan<byte> leaf)
    {
        Span<byte> hash = stackalloc byte[LogText.HashBytes];
        leaf.CopyTo(hash);
        var level = 0;
        for (; this.Has(level); level++) Join(this.Node(level), hash, hash);
        hash.CopyTo(this.Node(level));
        this.Size++;
    }

    /// <summary>The root of all leaves there are; of none, the hash of nothing.</summary>
    public byte[] Root()
    {
        if (this.Size == 0) return SHA256.HashData([]);
        var root = new byte[LogText.HashBytes];
        var isFirst = true;
        for (var level = 0; level < Levels; level++)
        {
            if (!this.Has(level)) continue;
            if (isFirst) this.Node(level).CopyTo(root);
            else Join(this.Node(level), root, root);
            isFirst = false;
        }

        return root;
    }

    private bool Has(int level) => ((this.Size >> level) & 1) != 0;

    private Span<byte> Node(int level) => this.nodes.AsSpan(level * LogText.HashBytes, LogText.HashBytes);

    private static void Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> to)
    {
        Span<byte> both = stackalloc byte[1 + (2 * LogText.HashBytes)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + LogText.HashBytes)..]);
        SHA256.HashData(both, to);
    }
}

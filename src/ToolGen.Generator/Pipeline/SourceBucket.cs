using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ToolGen.Specification;

namespace ToolGen.Generator.Pipeline;

/// <summary>One of the files that many tools are gathered in: one edit then costs the compiler one file of many tools, not a walk over thousands of files.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Blocks">In ordinal order of their classes.</param>
internal sealed record SourceBucket(int Number, EquatableArray<string> Blocks)
{
    /// <summary>Up to so many specs each has a file of its own.</summary>
    public const int FileLimit = 256;

    private const int Count = 64;

    /// <summary>All buckets, empty ones too, so that each keeps its position from run to run.</summary>
    public static ImmutableArray<SourceBucket> Fill(ImmutableArray<ToolBlock> tools)
    {
        var members = new List<ToolBlock>[Count];
        for (var i = 0; i < Count; i++) members[i] = [];
        foreach (var tool in tools) members[NumberOf(tool.ClassName)].Add(tool);
        var buckets = ImmutableArray.CreateBuilder<SourceBucket>(Count);
        for (var i = 0; i < Count; i++)
        {
            members[i].Sort(static (a, b) => StringComparer.Ordinal.Compare(a.ClassName, b.ClassName));
            var blocks = new string[members[i].Count];
            for (var j = 0; j < blocks.Length; j++) blocks[j] = members[i][j].Source;
            buckets.Add(new(i, new(blocks)));
        }

        return buckets.MoveToImmutable();
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static int NumberOf(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = unchecked((hash ^ c) * 16777619u);
        return (int)(hash % Count);
    }
}

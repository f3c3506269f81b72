using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Generator.Emit;
using ToolGen.Specification;

namespace ToolGen.Generator.Pipeline;

/// <summary>One of the files that many tools are gathered in: one edit then costs the compiler one file of many tools, not a walk over thousands of files.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Blocks">In ordinal order of their classes, and behind them their data in one piece.</param>
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
            var published = members[i].Select(static tool => tool.Published).OfType<PublishedTool>().ToArray();
            var blocks = members[i].Select(static tool => tool.Code);
            buckets.Add(new(i, (published.Length == 0 ? blocks : blocks.Append(PublishedTool.Print(i, published))).ToEquatableArray()));
        }

        return buckets.MoveToImmutable();
    }

    /// <summary>The catalog of these tools: of few the data of each tool, of many those of each bucket.</summary>
    public static string Catalog(EquatableArray<ToolIdentity> tools, string nameSpace)
    {
        var made = tools.Where(static tool => !tool.IsFallback).ToArray();
        var parts = tools.Count <= FileLimit
            ? made.Select(tool => PublishedTool.PlaceOf(nameSpace, tool.ClassName))
            : made.Select(static tool => NumberOf(tool.ClassName)).Distinct().OrderBy(static number => number).Select(number => PublishedTool.PlaceOf(nameSpace, number));
        return CatalogFile.Of(made.Select(static tool => (tool.Name, tool.ClassName)).ToArray(), nameSpace, parts.ToArray());
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static int NumberOf(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = unchecked((hash ^ c) * 16777619u);
        return (int)(hash % Count);
    }
}

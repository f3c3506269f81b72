using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ToolGen.Specification.Findings;

/// <summary>Every finding that ToolGen knows, one static field each; a part a station in the files <c>FindingCatalog.*.cs</c>.</summary>
public static partial class FindingCatalog
{
    private static readonly Lazy<IReadOnlyList<FindingDescriptor>> LazyAll = new(() =>
        typeof(FindingCatalog).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<FindingDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToArray());

    /// <summary>All of them by id.</summary>
    public static IReadOnlyList<FindingDescriptor> All => LazyAll.Value;
}

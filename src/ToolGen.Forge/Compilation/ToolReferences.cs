using System;
using System.Collections.Generic;
using System.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using ToolGen.Forge.Packages;

namespace ToolGen.Forge.Compilation;

/// <summary>
/// What C# of a tool is compiled against: the contract, and the parts of .NET that hold no process, socket or reflection-emit API.
/// The files that such a tool could still name (System.Runtime holds File and Environment) are the gate's matter.
/// </summary>
internal static class ToolReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyAll = new(() =>
    [
        Net100.References.SystemRuntime,
        Net100.References.SystemCollections,
        Net100.References.SystemCollectionsImmutable,
        Net100.References.SystemLinq,
        Net100.References.SystemMemory,
        Net100.References.SystemRuntimeExtensions,
        Net100.References.SystemRuntimeNumerics,
        Net100.References.SystemRuntimeInteropServices,
        Net100.References.SystemSecurityCryptography,
        Net100.References.SystemTextEncodingExtensions,
        Net100.References.SystemTextEncodingsWeb,
        Net100.References.SystemTextJson,
        Net100.References.SystemTextRegularExpressions,
        Net100.References.SystemThreading,
        Net100.References.SystemThreadingTasks,
        Net100.References.SystemXmlReaderWriter,
        Net100.References.SystemXmlXDocument,
        MetadataReference.CreateFromFile(typeof(Tool).Assembly.Location),
    ]);

    // A library can be written against any part of .NET; what C# of tools names of it is the gate's matter all the same.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyWhole = new(() => [.. Net100.References.All, All[^1]]);

    /// <summary>What units with these packages are compiled against.</summary>
    public static IReadOnlyList<MetadataReference> With(IReadOnlyList<PackageAssembly> libraries) =>
        libraries.Count == 0 ? All : [.. LazyWhole.Value, .. libraries.Select(library => library.Reference)];

    /// <summary>The libraries of units, each once.</summary>
    public static IReadOnlyList<PackageAssembly> Libraries(IEnumerable<ToolUnit> units) =>
        [.. units.SelectMany(unit => unit.Packages).SelectMany(package => package.Assemblies).DistinctBy(library => library.Name, StringComparer.OrdinalIgnoreCase).OrderBy(library => library.Name, StringComparer.Ordinal)];

    /// <summary>Made once a process: reading metadata is the larger part of a small compile.</summary>
    public static IReadOnlyList<MetadataReference> All => LazyAll.Value;
}

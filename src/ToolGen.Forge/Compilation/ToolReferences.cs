using System;
using System.Collections.Generic;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

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

    /// <summary>Made once a process: reading metadata is the larger part of a small compile.</summary>
    public static IReadOnlyList<MetadataReference> All => LazyAll.Value;
}

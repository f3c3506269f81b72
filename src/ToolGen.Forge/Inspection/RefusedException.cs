using System;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Inspection;

/// <summary>Ends the reading of one part of an assembly; who reads the part adds which part it is.</summary>
internal sealed class RefusedException(FindingDescriptor descriptor, params string[] arguments) : Exception
{
    public FindingDescriptor Descriptor { get; } = descriptor;

    /// <summary>All arguments of the finding but the first, which names the part.</summary>
    public EquatableArray<string> Arguments { get; } = new(arguments);

    public static RefusedException Code(string what) => new(FindingCatalog.CompiledCodeRefused, what);

    public static RefusedException Declaration(string what) => new(FindingCatalog.CompiledDeclarationRefused, what);

    public static RefusedException Undecodable(string what) => new(FindingCatalog.AssemblyRefused, "cannot be decoded: " + what);
}

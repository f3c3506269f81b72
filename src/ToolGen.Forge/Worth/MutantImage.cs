using System.Collections.Generic;
using System.Collections.Immutable;
using ToolGen.Forge.Packages;

namespace ToolGen.Forge.Worth;

/// <summary>Tools with all their mutants.</summary>
/// <param name="Image">The assembly; empty where nothing can be changed.</param>
/// <param name="Mutants">Those that compiled.</param>
/// <param name="Changeable">The units that have code to change, whether or not a change compiled.</param>
internal sealed record MutantImage(ImmutableArray<byte> Image, IReadOnlyList<Mutant> Mutants, IReadOnlySet<int> Changeable)
{
    /// <summary>The libraries of packages that it refers to.</summary>
    public IReadOnlyList<PackageAssembly> Libraries { get; init; } = [];
}

using System.Collections.Generic;
using System.Collections.Immutable;

namespace ToolGen.Forge.Worth;

/// <summary>Tools with all their mutants.</summary>
/// <param name="Image">The assembly; empty where nothing can be changed.</param>
/// <param name="Mutants">Those that compiled.</param>
internal sealed record MutantImage(ImmutableArray<byte> Image, IReadOnlyList<Mutant> Mutants);

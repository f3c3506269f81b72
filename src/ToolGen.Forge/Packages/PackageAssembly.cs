using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ToolGen.Forge.Packages;

/// <summary>A library of a package.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="Image">Its bytes: intermediate language alone.</param>
public sealed record PackageAssembly(string Name, ImmutableArray<byte> Image)
{
    private readonly Lazy<MetadataReference> reference = new(() => MetadataReference.CreateFromImage(Image));

    /// <summary>What C# is compiled against; read once.</summary>
    internal MetadataReference Reference => this.reference.Value;
}

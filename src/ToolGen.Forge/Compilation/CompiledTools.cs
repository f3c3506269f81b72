using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Security.Cryptography;
using ToolGen.Forge.Packages;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Compilation;

/// <summary>What the compiler made of one tool.</summary>
/// <param name="Unit">What went in.</param>
/// <param name="Findings">What the compiler said, at the lines of the spec.</param>
/// <param name="IsCompiled">Whether the tool is in the assembly. False where an error stands.</param>
public sealed record CompiledTool(ToolUnit Unit, EquatableArray<Finding> Findings, bool IsCompiled)
{
    /// <summary>What C# of the tool's own does beyond computing, as lines of capabilities; a word alone where the code does not say which. Null where its kind derived it.</summary>
    public EquatableArray<string>? Effects { get; init; }
}

/// <summary>One assembly of many tools; tools that do not compile are left out of it.</summary>
/// <param name="Image">The assembly with its debug information embedded; empty where no tool compiled. The same units give the same bytes.</param>
/// <param name="Tools">One entry a unit, in the same order.</param>
/// <param name="Elapsed">Wall time.</param>
public sealed record CompiledTools(ImmutableArray<byte> Image, IReadOnlyList<CompiledTool> Tools, TimeSpan Elapsed)
{
    /// <summary>The libraries of packages that it refers to; whoever loads it needs them too.</summary>
    public IReadOnlyList<PackageAssembly> Libraries { get; init; } = [];

    /// <summary>What the assembly and its libraries are known by: SHA-256 over all their bytes, lower-case hex.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(this.Image.AsSpan()));
        foreach (var library in this.Libraries) hash.AppendData(SHA256.HashData(library.Image.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

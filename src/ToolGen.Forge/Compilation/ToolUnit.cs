using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Packages;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Compilation;

/// <summary>One tool on its way into the compiler: its generated C# and the texts that the C# came from.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Namespace">The namespace of <paramref name="Source"/>.</param>
/// <param name="ClassName">The class in that namespace.</param>
/// <param name="Source">A whole C# file.</param>
/// <param name="Spec">The spec that <c>#line</c> directives point into.</param>
/// <param name="Root">The spec's JSON; null where places need not be exact behind escapes.</param>
/// <param name="Companion"><c>NAME.tool.cs</c>, compiled with it; null where there is none.</param>
/// <param name="Capabilities">What the spec writes, where the tool's effects stand in C# of its own; null where its kind derived them.</param>
public sealed record ToolUnit(
    string Name, string Namespace, string ClassName, string Source, SourceText Spec, JsonObject? Root = null, SourceText? Companion = null, IReadOnlyList<string>? Capabilities = null)
{
    /// <summary>The nominal types that the assembly must have for it.</summary>
    public EquatableArray<NominalUse> Nominals { get; init; }

    /// <summary>What its C# is compiled against beside .NET and the contract.</summary>
    public IReadOnlyList<TakenPackage> Packages { get; init; } = [];

    /// <summary>The ids that the spec names: only these does its C# call, not what they need in turn.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The class as reflection names it.</summary>
    public string TypeName => this.Namespace + "." + this.ClassName;

    /// <summary>Whether the spec names the package.</summary>
    internal bool Names(TakenPackage package) => this.Dependencies.Contains(package.Id, StringComparer.OrdinalIgnoreCase);
}

using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator;

/// <summary>How source is emitted. The defaults make the <em>canonical source</em>, which is what is hashed (SPEC §6).</summary>
/// <param name="Namespace">A legal C# namespace.</param>
/// <param name="LinePath">The path for <c>#line</c>; null: the spec's file name alone.</param>
public sealed record GenerationOptions(string Namespace = "Tools", string? LinePath = null)
{
    /// <summary>The kinds of the project's own.</summary>
    public EquatableArray<OwnKindDefinition> Kinds { get; init; }

    /// <summary>The tools that the spec can call; only one that <see cref="ToolSource.NeedsSignatures"/> looks at them.</summary>
    public ToolSignatures Tools { get; init; } = ToolSignatures.None;

    /// <summary>The defaults for specs that become one assembly.</summary>
    /// <param name="specs">Of several of one name the first counts.</param>
    public static GenerationOptions Among(IReadOnlyList<ToolSpec> specs) => new()
    {
        Tools = new(specs.Select(ToolSignature.Of)),
        Nominals = NominalNames.Of(specs.SelectMany(NominalNames.In), []),
    };

    /// <summary>The names of the assembly's nominal types; null: those that the spec's own schemas give.</summary>
    public NominalNames? Nominals { get; init; }
}

/// <summary>One spec, generated. Equal by value, so that the incremental pipeline can stop where nothing changed.</summary>
/// <param name="Name">The tool's name; empty where the spec has none that is legal.</param>
/// <param name="ClassName">Pascal(name).</param>
/// <param name="Code">One namespace block, no file-level parts; a fallback type where the spec has errors.</param>
/// <param name="IsFallback">Whether <paramref name="Code"/> only keeps the consumer's references compiling.</param>
/// <param name="Findings">Everything found up to this station, in the order of their places.</param>
/// <param name="Stub">Where the project supplies <c>RunAsync</c>: a namespace block that supplies one which fails, for a compile without the project; else null.</param>
public sealed record GeneratedTool(string Name, string ClassName, string Code, bool IsFallback, EquatableArray<Finding> Findings, string? Stub = null)
{
    /// <summary>What the descriptor is read from; null for a fallback.</summary>
    public PublishedTool? Published { get; init; }

    /// <summary>The whole: the code, and a namespace block with the data.</summary>
    public string Source => this.Published is { } published ? $"{this.Code}\n{published.Print()}" : this.Code;

    /// <summary>What the tool may do, one line each, as its descriptor lists it.</summary>
    public EquatableArray<string> Capabilities { get; init; }

    /// <summary>The nominal types that it uses and that its assembly must have: <see cref="Emit.NominalFile"/>.</summary>
    public EquatableArray<NominalUse> Nominals { get; init; }
}

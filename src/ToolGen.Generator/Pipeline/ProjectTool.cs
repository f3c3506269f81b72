using ToolGen.Generator.Emit;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Pipeline;

/// <summary>One spec file of a project, generated.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="NamePlace">Where its name stands, for findings about it.</param>
/// <param name="Tool">What was generated.</param>
internal sealed record ProjectTool(string Path, Place NamePlace, GeneratedTool Tool)
{
    public ToolIdentity Identity => new(this.Path, this.Tool.Name, this.Tool.ClassName, this.Tool.IsFallback);

    /// <summary>What becomes source: no places, so that a finding that moved changes nothing.</summary>
    public ToolBlock Block => new(this.Path, this.Tool.ClassName, this.Tool.Code, this.Tool.Published);
}

/// <summary>One spec file of a project, read: generated already, or waiting for what it calls.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="Signature">What tools that call it must know; null where the spec has errors.</param>
/// <param name="Made">Null where it depends on other tools.</param>
/// <param name="Waiting">Where <paramref name="Made"/> is null: the text, and the names of the tools that it calls.</param>
internal sealed record ReadTool(string Path, PlacedSignature? Signature, ProjectTool? Made, WaitingTool? Waiting)
{
    /// <summary>Everything that the file shows without the others of the project.</summary>
    public EquatableArray<Finding> Findings => this.Made?.Tool.Findings ?? this.Waiting!.Findings;
}

/// <summary>A spec that is generated when the tools that it calls are known, and what reading it found.</summary>
internal sealed record WaitingTool(string Text, EquatableArray<string> Calls, EquatableArray<Finding> Findings);

/// <summary>A spec and what it needs of others: equal where neither changed.</summary>
internal sealed record LinkedTool(ReadTool Tool, ToolSignatures Tools, NominalNames Nominals);

/// <summary>A signature and where it came from: of several of one name the first path counts.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Nominals">The nominal types of its schemas.</param>
internal sealed record PlacedSignature(string Path, ToolSignature Signature, EquatableArray<string> Nominals = default);

/// <summary>What the tools of a project know of one another.</summary>
internal sealed record ProjectSignatures(ToolSignatures Tools, NominalNames Nominals);

/// <summary>The parts of a tool that others depend on: the catalog, and who else has its name.</summary>
internal sealed record ToolIdentity(string Path, string Name, string ClassName, bool IsFallback);

/// <summary>A tool's namespace block, and its data for another.</summary>
internal sealed record ToolBlock(string Path, string ClassName, string Code, PublishedTool? Published);

/// <summary>All tools of a project by their identity, and which of them lose their name to another.</summary>
/// <param name="Kept">In ordinal order of their names.</param>
/// <param name="Losers">Path → the path that keeps the name.</param>
internal sealed record ToolNames(EquatableArray<ToolIdentity> Kept, EquatableArray<ToolDuplicate> Losers);

/// <summary>A spec whose name, or the C# name made of it, another has too.</summary>
internal sealed record ToolDuplicate(string Path, string Keeper);

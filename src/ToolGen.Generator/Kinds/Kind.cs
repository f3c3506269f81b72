using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ToolGen.Generator.Holes;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds;

/// <summary>A kind: what makes the part of a tool's class that runs. One folder a kind, with its template and page, listed in <see cref="KindTable"/>.</summary>
public abstract class Kind
{
    /// <summary>The word of <c>kind</c>; <c>declared</c> where a spec has no implementation.</summary>
    public abstract string Word { get; }

    /// <summary>Schemas beyond input and output that become types of the tool, such as <c>Row</c>.</summary>
    public virtual IReadOnlyList<TypeRoot> Roots(ToolSpec spec) => [];

    /// <summary>The same for a kind that calls other tools: their schemas become types too.</summary>
    public virtual IReadOnlyList<TypeRoot> Roots(ToolSpec spec, ToolSignatures tools) => this.Roots(spec);

    /// <summary>Whether records of the input are written as JSON again, such as inside the body of a request.</summary>
    public virtual bool WritesInput(ToolSpec spec) => false;

    /// <summary>Makes the code. Errors go into the findings of the work; what is returned is then not used.</summary>
    public abstract KindCode Generate(KindWork work);
}

/// <summary>What a kind has in hand.</summary>
/// <param name="Spec">The tool.</param>
/// <param name="Namespace">Of the tools.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Types">Its types.</param>
/// <param name="Holes">Takes C# of the spec and gives the marks that templates print.</param>
/// <param name="Findings">Takes what is wrong.</param>
/// <param name="LinePath">The path for <c>#line</c>.</param>
/// <param name="CancellationToken">Ends the work.</param>
public sealed record KindWork(
    ToolSpec Spec, string Namespace, string ClassName, ToolTypes Types, HoleTable Holes, FindingSink Findings, string LinePath, CancellationToken CancellationToken)
{
    public TypeUse Input => this.Types.Roots["Input"];

    public TypeUse Output => this.Types.Roots["Output"];

    /// <summary>The tools that the spec can call.</summary>
    public ToolSignatures Tools { get; init; } = ToolSignatures.None;

    /// <summary>Fills a template of this assembly, such as <c>Kinds.code.code.sbn</c>.</summary>
    public string Render(string template, object model) => Templates.ToolTemplate.Named(template).Render(model, this.CancellationToken);
}

/// <summary>What a kind made.</summary>
/// <param name="Members">Members of the tool's class, <c>RunAsync</c> among them, with the marks of holes.</param>
/// <param name="HasScope">Whether C# of a spec stands in it, so that the fixed usings and aliases are needed.</param>
/// <param name="Stub">See <see cref="GeneratedTool.Stub"/>.</param>
public sealed record KindCode(string Members, bool HasScope, string? Stub = null)
{
    /// <summary>Capabilities that the kind derives from what it uses (SPEC §3); <see cref="EffectiveCapabilities"/> holds those that the spec writes against them.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What a kind returns beside an error.</summary>
    public static KindCode None { get; } = new("", false);
}

/// <summary>The kinds that this version makes.</summary>
public static class KindTable
{
    private static readonly Kind[] All = [new Code.CodeKind(), new Declared.DeclaredKind(), new Transform.TransformKind(), new Http.HttpKind(), new File.FileKind(), new Sql.SqlKind(), new Compose.ComposeKind()];

    /// <summary>The kind of a spec; null where neither ToolGen nor the project has it.</summary>
    /// <param name="implementation">Null for a declared tool.</param>
    /// <param name="own">The project's kinds; they never take the name of one of ToolGen's.</param>
    public static Kind? Of(Implementation? implementation, EquatableArray<OwnKindDefinition> own = default)
    {
        var word = implementation?.Kind ?? "declared";
        return implementation is OwnImplementation
            ? own.FirstOrDefault(kind => kind.Name == word) is { } definition ? new OwnKind(definition) : null
            : Array.Find(All, kind => kind.Word == word);
    }
}

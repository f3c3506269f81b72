using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>A tool that steps call, and the names of the types that its schemas become in the composite.</summary>
/// <param name="Signature">Of the tool.</param>
/// <param name="Input">What it takes.</param>
/// <param name="Output">What it answers.</param>
/// <param name="InputRoot">Such as <c>SalesInput</c>, after the first step that calls it.</param>
/// <param name="OutputRoot">Such as <c>SalesOutput</c>.</param>
internal sealed record StepTool(ToolSignature Signature, SchemaPlan Input, SchemaPlan Output, string InputRoot, string OutputRoot)
{
    /// <summary>The tools of an implementation's steps by the steps' names; a step whose tool is not known is left out.</summary>
    public static IReadOnlyDictionary<string, StepTool> Of(ComposeImplementation implementation, ToolSignatures tools)
    {
        var names = new NameTable();
        var byTool = new Dictionary<ToolSignature, StepTool>();
        var bySteps = new Dictionary<string, StepTool>();
        foreach (var step in implementation.Steps)
        {
            if (tools.Find(NameOf(step)) is not { } signature) continue;
            if (!byTool.TryGetValue(signature, out var known))
            {
                if (signature.ReadInput() is not { } input || signature.ReadOutput() is not { } output) continue;
                var name = CSharpNames.Pascal(step.Name);
                known = byTool[signature] = new(signature, input, output, names.Take(name + "Input"), names.Take(name + "Output"));
            }

            bySteps[step.Name] = known;
        }

        return bySteps;
    }

    /// <summary>The tool's name without its range.</summary>
    public static string NameOf(ComposeStep step) => step.Tool.Value.Split('@')[0];

    /// <summary>The schemas that become types.</summary>
    public static IReadOnlyList<TypeRoot> Roots(ComposeImplementation implementation, ToolSignatures tools) =>
        Of(implementation, tools).Values.Distinct().SelectMany(tool => new TypeRoot[]
        {
            new(tool.InputRoot, tool.Input, TypeRole.Output) { IsForeign = true },
            new(tool.OutputRoot, tool.Output, TypeRole.Record, IsWrittenBack: true) { IsForeign = true },
        }).ToList();
}

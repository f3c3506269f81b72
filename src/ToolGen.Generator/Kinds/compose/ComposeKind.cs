using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>A graph of other tools, typed by their schemas (SPEC §5): it compiles without their code.</summary>
internal sealed class ComposeKind : Kind
{
    public override string Word => "compose";

    public override IReadOnlyList<TypeRoot> Roots(ToolSpec spec, ToolSignatures tools) => StepTool.Roots((ComposeImplementation)spec.Implementation!, tools);

    // An object or list among the arguments can be handed on to a step.
    public override bool WritesInput(ToolSpec spec) => spec.Input.Root.Properties.Any(property => (property.Schema.Types & (SchemaTypes.Object | SchemaTypes.Array)) != 0);

    public override KindCode Generate(KindWork work)
    {
        var implementation = (ComposeImplementation)work.Spec.Implementation!;
        var model = new ComposeWriter(work, implementation).Write();
        if (model is null || work.Findings.Errors > 0) return KindCode.None;
        return new(work.Render("Kinds.compose.compose.sbn", model) + model.Functions, HasScope: true)
        {
            Capabilities = [.. implementation.Steps.Select(step => "tool " + step.Tool.Value).Distinct(), .. model.UsesNow ? ["clock"] : System.Array.Empty<string>()],
        };
    }
}

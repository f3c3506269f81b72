using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Checks;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>Parse → steps → result, as a pipeline of the contract's <c>Rows</c>.</summary>
internal sealed class TransformKind : Kind
{
    public override string Word => "transform";

    public override IReadOnlyList<TypeRoot> Roots(ToolSpec spec) =>
        ((TransformImplementation)spec.Implementation!).Record is { } record ? [new("Row", record, TypeRole.Record)] : [];

    public override KindCode Generate(KindWork work)
    {
        var implementation = (TransformImplementation)work.Spec.Implementation!;
        var code = new TransformCode(work, TransformNames.Of(implementation, work));
        var model = new TransformWriter(code, implementation).Write();
        if (work.Findings.Errors > 0) return KindCode.None;
        return new(work.Render("Kinds.transform.transform.sbn", model) + code.Functions(), HasScope: true) { Capabilities = model.UsesNow ? ["clock"] : [] };
    }
}

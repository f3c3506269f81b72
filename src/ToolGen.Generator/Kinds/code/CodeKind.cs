using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Holes;
using ToolGen.Generator.Kinds.Declared;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Code;

/// <summary>A C# body, or <c>NAME.tool.cs</c> beside.</summary>
internal sealed class CodeKind : Kind
{
    public override string Word => "code";

    public override KindCode Generate(KindWork work)
    {
        var implementation = (CodeImplementation)work.Spec.Implementation!;
        if (implementation.Body is not { } body) return DeclaredKind.Partial(work, implementation.Node);
        if (BodyGate.Check(body, work.Findings) is not { } gated) return KindCode.None;
        var line = LineDirective.For(work.Spec.Source, body.Node.Span, work.LinePath);
        var model = new CodeModel(line, work.Output.TypeName, work.Holes.Mark(gated, SyntaxKind.CheckedStatement));
        return new(work.Render("Kinds.code.code.sbn", model), HasScope: true);
    }
}

/// <summary>What <c>code.sbn</c> prints.</summary>
/// <param name="Line">Points the compiler at the body, for what it says of the method as a whole.</param>
/// <param name="Output">The result's type.</param>
/// <param name="Body">The mark of the body.</param>
internal sealed record CodeModel(string Line, string Output, string Body);

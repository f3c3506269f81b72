using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Holes;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>Gates the C# of one tool of a declarative kind and turns it into text for the template: a hole's mark on a line of its own.</summary>
internal class DeclarativeCode(KindWork work, DeclarativeNames names)
{
    private int locals;

    public KindWork Work { get; } = work;

    public DeclarativeNames Names { get; } = names;

    public FindingSink Findings => this.Work.Findings;

    /// <summary>Whether <c>now</c> is used: the capability <c>clock</c>.</summary>
    public bool UsesNow { get; private set; }

    /// <summary>Whether one of <c>date hour day month</c> is used.</summary>
    public bool UsesFunctions { get; private set; }

    /// <summary>The record of the arguments.</summary>
    public RecordModel? Input => this.RecordOf(this.Work.Input.Type);

    /// <summary>A name that no name of a spec is equal to, at most 7 units long.</summary>
    public string NextLocal() => "_" + (this.locals++).ToString(CultureInfo.InvariantCulture);

    /// <summary>The record that a type is; null for any other type.</summary>
    public RecordModel? RecordOf(CSharpType type) => type is NamedType named ? this.Work.Types.Records.FirstOrDefault(record => record.Name == named.Name) : null;

    /// <summary>Lets an expression through the gate; null where a finding says why not.</summary>
    public virtual GatedExpression? Gate(SpecText text, ExpressionScope scope, int? length = null)
    {
        var gated = ExpressionGate.Check(text, length, scope, this.Findings);
        if (gated is null) return null;
        this.UsesNow |= gated.RootNames.Contains("now");
        this.UsesFunctions |= gated.FunctionCalls.Any(call => DeclarativeNames.DateFunctions.Contains(call.Expression.ToString()));
        return gated;
    }

    /// <summary>The members behind <c>date hour day month</c>, where the spec uses one of them; else nothing.</summary>
    public string Functions() => this.UsesFunctions ? "\n" + this.Work.Render("Kinds.Declarative.functions.sbn", this) : "";

    /// <summary>An expression as text of the template.</summary>
    public string Hole(GatedExpression? gated, params SyntaxKind[] parents) =>
        gated is null ? "default!" : $"\n{this.Work.Holes.Mark(gated, parents)}\n";

    /// <summary>Generated text that, if the compiler finds fault with it, stands at a place of the spec.</summary>
    public string At(TextSpan place, string text) =>
        place.Length == 0 ? text : $"\n{LineDirective.For(this.Work.Spec.Source, place, this.Work.LinePath)}\n{text}\n#line hidden\n";
}

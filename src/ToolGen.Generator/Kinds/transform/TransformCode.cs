using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Holes;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>Gates the C# of one transform and turns it into text for the template: a hole's mark on a line of its own.</summary>
internal sealed class TransformCode(KindWork work, TransformNames names)
{
    private int locals;

    public KindWork Work { get; } = work;

    public TransformNames Names { get; } = names;

    public FindingSink Findings => this.Work.Findings;

    /// <summary>Whether <c>now</c> is used: the capability <c>clock</c>.</summary>
    public bool UsesNow { get; private set; }

    /// <summary>Whether <c>rows</c> is used, so that they must be held.</summary>
    public bool UsesRows { get; private set; }

    /// <summary>Whether one of <c>date hour day month</c> is used.</summary>
    public bool UsesFunctions { get; private set; }

    /// <summary>Says that the rows must be held.</summary>
    public void HoldRows() => this.UsesRows = true;

    /// <summary>A name that no name of a spec is equal to.</summary>
    public string NextLocal() => "_" + (this.locals++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Lets an expression through the gate; null where a finding says why not.</summary>
    public GatedExpression? Gate(SpecText text, ExpressionScope scope, int? length = null)
    {
        var gated = ExpressionGate.Check(text, length, scope, this.Findings);
        if (gated is null) return null;
        this.UsesNow |= gated.RootNames.Contains("now");
        this.UsesRows |= gated.RootNames.Contains("rows");
        this.UsesFunctions |= gated.FunctionCalls.Any(call => !AggregateSplit.Functions.Contains(call.Expression.ToString()));
        return gated;
    }

    /// <summary>Lets an expression over figures through; null where a finding says why not.</summary>
    public AggregateSplit? GateFigures(SpecText text, ExpressionScope scope)
    {
        if (this.Gate(text, scope) is not { } gated || AggregateSplit.Of(gated, this.NextLocal, this.Findings) is not { } split) return null;
        if (!split.Outer.RootNames.Contains("row")) return split;
        var name = split.Outer.Expression.DescendantNodesAndSelf().First(node => node.ToString() == "row");
        new CodeText(text, text.Value.Length, this.Findings).Report(FindingCatalog.RowOutsideAggregate, name.SpanStart, name.Span.Length);
        return null;
    }

    /// <summary>An expression as text of the template.</summary>
    public string Hole(GatedExpression? gated, params SyntaxKind[] parents) =>
        gated is null ? "default!" : $"\n{this.Work.Holes.Mark(gated, parents)}\n";

    /// <summary>Generated text that, if the compiler finds fault with it, stands at a place of the spec.</summary>
    public string At(TextSpan place, string text) =>
        place.Length == 0 ? text : $"\n{LineDirective.For(this.Work.Spec.Source, place, this.Work.LinePath)}\n{text}\n#line hidden\n";
}

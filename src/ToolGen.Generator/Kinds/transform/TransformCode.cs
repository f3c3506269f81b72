using System.Linq;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>Gates the C# of one transform: figures and rows beside what every declarative kind has.</summary>
internal sealed class TransformCode(KindWork work, TransformNames names) : DeclarativeCode(work, names)
{
    public new TransformNames Names { get; } = names;

    /// <summary>Whether <c>rows</c> is used, so that they must be held.</summary>
    public bool UsesRows { get; private set; }

    /// <summary>Says that the rows must be held.</summary>
    public void HoldRows() => this.UsesRows = true;

    /// <inheritdoc/>
    public override GatedExpression? Gate(SpecText text, ExpressionScope scope, int? length = null)
    {
        var gated = base.Gate(text, scope, length);
        this.UsesRows |= gated?.RootNames.Contains("rows") ?? false;
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
}

using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>The names that a transform's C# may use, by place (SPEC §1.6).</summary>
internal sealed class TransformNames : DeclarativeNames
{
    private TransformNames(ExpressionScope everywhere, string[] saved, bool hasFile)
        : base(everywhere.With("row").WithFunctions([.. AggregateSplit.Functions]).With("rows", "run").With(saved))
    {
        this.Source = everywhere;
        this.Row = hasFile ? everywhere.With("row", "file") : everywhere.With("row");
        this.RowAfterOrder = this.Row.With("prev");
        this.Aggregate = everywhere.With("row").WithFunctions([.. AggregateSplit.Functions]);
    }

    /// <summary>Where no row is there yet.</summary>
    public ExpressionScope Source { get; }

    /// <summary>A step.</summary>
    public ExpressionScope Row { get; }

    /// <summary><c>set</c>.</summary>
    public ExpressionScope RowAfterOrder { get; }

    /// <summary><c>aggregate</c> and <c>save</c>.</summary>
    public ExpressionScope Aggregate { get; }

    /// <summary>Gathers names and checks each.</summary>
    public static TransformNames Of(TransformImplementation implementation, KindWork work)
    {
        var taken = new HashSet<string>();
        var own = Checked(implementation.Patterns.Select(pattern => (pattern.Name, pattern.Member)).Concat(implementation.Let.Select(let => (let.Name, let.Member))), taken, work.Findings);
        var saved = Checked(implementation.Steps.OfType<SaveStep>().SelectMany(step => step.Figures).Select(figure => (figure.Name, figure.Member)), taken, work.Findings);
        return new(ExpressionScope.Of(["input", "now", .. own]).WithFunctions([.. DateFunctions]).WithTypes(TypesOf(work)), saved, implementation is FileImplementation);
    }
}

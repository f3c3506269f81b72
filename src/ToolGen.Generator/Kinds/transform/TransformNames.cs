using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>The names that a transform's C# may use, by place (SPEC §1.6).</summary>
internal sealed class TransformNames
{
    private static readonly string[] DateFunctions = ["date", "hour", "day", "month"];

    private TransformNames(string[] own, string[] saved, string[] types)
    {
        var everywhere = ExpressionScope.Of(["input", "now", .. own]).WithFunctions(DateFunctions).WithTypes(types);
        this.Row = everywhere.With("row");
        this.RowAfterOrder = this.Row.With("prev");
        this.Aggregate = this.Row.WithFunctions([.. AggregateSplit.Functions]);
        this.Whole = this.Aggregate.With("rows", "run").With(saved);
        this.Item = this.Whole.With("item");
        this.InnerItem = this.Item.With("outer");
        this.Source = everywhere;
    }

    /// <summary>Where no row is there yet.</summary>
    public ExpressionScope Source { get; }

    /// <summary>A step.</summary>
    public ExpressionScope Row { get; }

    /// <summary><c>set</c>.</summary>
    public ExpressionScope RowAfterOrder { get; }

    /// <summary><c>aggregate</c> and <c>save</c>.</summary>
    public ExpressionScope Aggregate { get; }

    /// <summary><c>let</c>, <c>fail</c>, <c>result</c>.</summary>
    public ExpressionScope Whole { get; }

    /// <summary>Inside <c>each</c>.</summary>
    public ExpressionScope Item { get; }

    /// <summary>Inside <c>each</c> inside <c>each</c>.</summary>
    public ExpressionScope InnerItem { get; }

    /// <summary>Gathers names and checks each.</summary>
    public static TransformNames Of(TransformImplementation implementation, KindWork work)
    {
        var taken = new HashSet<string>();
        string[] Names(IEnumerable<(string Name, JsonMember Member)> members) => members
            .Where(entry => IdentifierGate.Check(entry.Name, entry.Member.NameSpan, work.Findings) && IsFree(entry.Name, entry.Member, taken, work.Findings))
            .Select(entry => entry.Name).ToArray();

        var own = Names(implementation.Patterns.Select(pattern => (pattern.Name, pattern.Member)).Concat(implementation.Let.Select(let => (let.Name, let.Member))));
        var saved = Names(implementation.Steps.OfType<SaveStep>().SelectMany(step => step.Figures).Select(figure => (figure.Name, figure.Member)));
        return new(own, saved, [.. work.Types.Records.Select(record => record.Name), .. work.Types.Constants.Select(constants => constants.Name)]);
    }

    private static bool IsFree(string name, JsonMember member, HashSet<string> taken, FindingSink findings)
    {
        if (taken.Add(name)) return true;
        findings.Add(FindingCatalog.NameTaken, member.NameSpan, name);
        return false;
    }
}

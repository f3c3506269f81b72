using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Where values arrive that must not.</summary>
internal sealed partial class BodyFlow
{
    private void CheckCalled(MemberModel model, IMethodSymbol method, Value receiver, ImmutableArray<Value> arguments, SyntaxNode site)
    {
        if (model.Sinks.IsEmpty) return;
        var call = this.SiteOf(method, receiver, method.Parameters.Select((parameter, i) => (parameter.Name, i < arguments.Length ? arguments[i] : Value.None)).ToArray());
        foreach (var (sink, parameters) in model.Sinks)
        {
            if (sink.When is { } when && !when(call)) continue;
            foreach (var parameter in method.Parameters)
                if (parameters.Contains("*") || parameters.Contains(parameter.Name)) this.Arrive(sink, call[parameter.Name], site, Told(method));
            if (parameters.Contains("this")) this.Arrive(sink, receiver, site, Told(method));
        }
    }

    private void CheckAssigned(IPropertySymbol property, Value receiver, Value value, SyntaxNode site)
    {
        var model = engine.Model.Of(property);
        if (model.Sinks.IsEmpty) return;
        var call = this.SiteOf(property, receiver, [("value", value)]);
        foreach (var (sink, _) in model.Sinks)
            if (sink.When is not { } when || when(call)) this.Arrive(sink, value, site, property.ContainingType.Name + "." + property.Name);
    }

    private SinkSite SiteOf(ISymbol member, Value receiver, (string Name, Value Value)[] arguments) =>
        new(member, receiver, arguments.GroupBy(one => one.Name).ToImmutableDictionary(group => group.Key, group => group.First().Value), this.Load, this.Deep);

    private static string Told(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? "new " + method.ContainingType.Name : method.ContainingType.Name + "." + method.Name;

    private void CheckAmount(Sink? sink, Value value, SyntaxNode site, string member)
    {
        if (sink is not null) this.Arrive(sink, value, site, member);
    }

    private void Arrive(Sink sink, Value value, SyntaxNode site, string member)
    {
        foreach (var flow in this.Deep(value).Flows)
            if (flow.Atom is not (ObjectAtom or FunctionAtom or TypeAtom) && (flow.Danger & sink.Danger) != Danger.None)
                this.AddHit(new(sink, site, member, flow with { Path = Step.After(flow.Path, site) }));
    }

    private void AddHit(Hit hit)
    {
        if (hit.Flow.Atom is ObjectAtom or FunctionAtom or TypeAtom) return;
        this.steps++;
        foreach (var known in this.hits)
            if (known.Site == hit.Site && known.Sink == hit.Sink && known.Flow.Atom.Equals(hit.Flow.Atom)) return;
        if (this.hits.Count < MostHits) this.hits.Add(hit);
        else this.isWhole = false;
    }

    /// <summary>A loop that runs as often as somebody else says.</summary>
    private void CheckLoop(BasicBlock block)
    {
        if (engine.Model.LoopBound is not { } sink || block.BranchValue is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals } comparison) return;
        if (!IsLoopHead(block)) return;
        foreach (var side in new[] { comparison.LeftOperand, comparison.RightOperand })
            if (TypeDanger.Of(side.Type) == Danger.Amount) this.Arrive(sink, this.Peek(side), comparison.Syntax, "a loop");
    }

    /// <summary>A call of what is already running, as deep as somebody else says; a depth that was checked on the way ends it.</summary>
    private void CheckRecursion(Body target, Value receiver, ImmutableArray<Value> arguments, IOperation site)
    {
        var isBounded = this.state.Held.Any(fact => (fact.Cleared & (Danger.Depth | Danger.Sql)) == Danger.Depth);
        engine.Calls(body, context, isBounded);
        if (engine.Model is not { Recursion: { } nested, RecursionCount: { } counted } || !engine.Recurses(target) || isBounded) return;
        this.Arrive(nested, receiver, site.Syntax, target.Symbol.Name);
        for (var i = 0; i < arguments.Length && i < target.Parameters.Length; i++)
            this.Arrive(TypeDanger.Of(target.Parameters[i].Type) == Danger.Amount ? counted : nested, arguments[i], site.Syntax, target.Symbol.Name);
    }

    private static bool IsLoopHead(BasicBlock block) =>
        block.Predecessors.Any(from => from.Source.Ordinal >= block.Ordinal)
        || block.ConditionalSuccessor?.Destination?.Ordinal <= block.Ordinal || block.FallThroughSuccessor?.Destination?.Ordinal <= block.Ordinal;
}

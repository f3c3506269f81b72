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
        var call = this.SiteOf(method, receiver, arguments);
        foreach (var (sink, parameters) in model.Sinks)
        {
            if (!this.IsReached(sink, call, out var pending)) continue;
            if (sink.Reads is { } read) this.AddHit(new(sink, site, Told(method), new(new SourceAtom(site, read), sink.Danger, null)) { Pending = pending });
            else if (sink.Arrives is { } arrives) this.Arrive(sink, arrives(call), site, Told(method), call, pending);
            if (sink.Reads is not null || sink.Arrives is not null) continue;

            foreach (var parameter in method.Parameters)
                if (parameters.Contains("*") || parameters.Contains(parameter.Name)) this.Arrive(sink, call[parameter.Name], site, Told(method), call, pending);
            if (parameters.Contains("this")) this.Arrive(sink, receiver, site, Told(method), call, pending);
        }
    }

    private void CheckAssigned(IPropertySymbol property, Value receiver, Value value, SyntaxNode site, ImmutableArray<Value> indices)
    {
        var model = engine.Model.Of(property);
        if (model.Sinks.IsEmpty) return;
        var call = this.SiteOf(property, receiver, [.. Named(property.Parameters, indices), ("value", value)]);
        var told = property.ContainingType.Name + (property.IsIndexer ? "[]" : "." + property.Name);
        foreach (var (sink, parameters) in model.Sinks)
        {
            if (!this.IsReached(sink, call, out var pending)) continue;
            if (parameters.Contains("this")) this.Arrive(sink, receiver, site, told, call, pending);
            else if (!parameters.Contains("key")) this.Arrive(sink, value, site, told, call, pending);
            else foreach (var index in indices) this.Arrive(sink, index, site, told, call, pending);
        }
    }

    private static (string Name, Value Value)[] Named(ImmutableArray<IParameterSymbol> parameters, ImmutableArray<Value> arguments) =>
        parameters.Select((parameter, i) => (parameter.Name, i < arguments.Length ? arguments[i] : Value.None)).ToArray();

    private SinkSite SiteOf(IMethodSymbol method, Value receiver, ImmutableArray<Value> arguments) => this.SiteOf(method, receiver, Named(method.Parameters, arguments));

    private SinkSite SiteOf(ISymbol member, Value receiver, (string Name, Value Value)[] arguments) =>
        new(member, receiver, arguments.GroupBy(one => one.Name).ToImmutableDictionary(group => group.Key, group => group.First().Value), this.Load, this.Deep) { Opens = this.Opens };

    private static string Told(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? "new " + method.ContainingType.Name : method.ContainingType.Name + "." + method.Name;

    /// <summary>What is sought by comparing: a name that somebody else gives with the names that there are.</summary>
    private void CheckCompared(IOperation? one, Value other, SyntaxNode site)
    {
        while (one is IConversionOperation conversion) one = conversion.Operand;
        if (one is IPropertyReferenceOperation { Property: var property } && engine.Model.Of(property).Compared is { } sink) this.Arrive(sink, other, site, property.ContainingType.Name + "." + property.Name);
    }

    private void CheckAmount(Sink? sink, Value value, SyntaxNode site, string member)
    {
        if (sink is not null) this.Arrive(sink, value, site, member);
    }

    private void Arrive(Sink sink, Value value, SyntaxNode site, string member, SinkSite? call = null, Question? pending = null)
    {
        ImmutableArray<Flow>? also = null;
        if (sink.Also is { } other)
        {
            also = call is null ? [] : Dangerous(this.Deep(other.Value(call)), other.Danger);
            if (also.Value.IsEmpty) return;
        }

        foreach (var flow in Dangerous(this.Deep(value), sink.Danger))
            this.AddHit(new(sink, site, member, flow with { Path = Step.After(flow.Path, site) }) { Also = also, Pending = pending });
    }

    private static ImmutableArray<Flow> Dangerous(Value value, Danger danger) =>
        [.. value.Flows.Where(flow => flow.Atom is not (ObjectAtom or FunctionAtom or TypeAtom) && (flow.Danger & danger) != Danger.None)];

    /// <summary>What a tool answers is told to the model: kept apart, since only a tool's own answer is.</summary>
    private void CheckAnswer(Value value, SyntaxNode site)
    {
        if (engine.Model.Answer is not { } sink) return;
        foreach (var flow in Dangerous(this.Deep(value), sink.Danger))
            if (Root(flow.Atom) is SourceAtom && this.answers.Count < MostHits && !this.answers.Any(known => known.Flow.Atom.Equals(flow.Atom)))
                this.answers.Add(new(sink, site, body.Symbol.Name, flow with { Path = Step.After(flow.Path, site) }));
    }

    private void AddHit(Hit hit)
    {
        if (hit.Flow.Atom is ObjectAtom or FunctionAtom or TypeAtom) return;
        this.steps++;
        foreach (var known in this.hits)
            if (known.Covers(hit)) return;
        if (this.hits.Count < MostHits) this.hits.Add(hit);
        else this.isWhole = false;
    }

    /// <summary>A loop that runs as often as somebody else says.</summary>
    private void CheckLoop(BasicBlock block)
    {
        if (engine.Model.LoopBound is not { } sink || block.BranchValue is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals } comparison) return;
        if (!IsLoopHead(block)) return;
        foreach (var side in new[] { comparison.LeftOperand, comparison.RightOperand })
            if (TypeDanger.IsNumber(side.Type)) this.Arrive(sink, this.Peek(side), comparison.Syntax, "a loop");
    }

    /// <summary>A call of what is already running, as deep as somebody else says; a depth that was checked on the way ends it.</summary>
    private void CheckRecursion(Body target, Value receiver, ImmutableArray<Value> arguments, IOperation site)
    {
        var isBounded = this.state.Held.Any(fact => (fact.Cleared & (Danger.Depth | Danger.Sql)) == Danger.Depth);
        engine.Calls(body, context, isBounded);
        if (engine.Model is not { Recursion: { } nested, RecursionCount: { } counted } || !engine.Recurses(target) || isBounded) return;
        this.Arrive(nested, receiver, site.Syntax, target.Symbol.Name);
        for (var i = 0; i < arguments.Length && i < target.Parameters.Length; i++)
            this.Arrive(TypeDanger.IsNumber(target.Parameters[i].Type) ? counted : nested, arguments[i], site.Syntax, target.Symbol.Name);
    }

    private static bool IsLoopHead(BasicBlock block) =>
        block.Predecessors.Any(from => from.Source.Ordinal >= block.Ordinal)
        || block.ConditionalSuccessor?.Destination?.Ordinal <= block.Ordinal || block.FallThroughSuccessor?.Destination?.Ordinal <= block.Ordinal;
}

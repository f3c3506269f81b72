using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>
/// Follows one body along its control flow graph until nothing new comes, and tells what it does. Costs are counted in steps, never in time:
/// the same code has the same findings on any machine.
/// </summary>
internal sealed partial class BodyFlow(FlowEngine engine, Body body, Context context, CancellationToken cancellation)
{
    private const int MostSteps = 150_000;
    private const int MostVisits = 8;
    private const int MostHits = 400;

    private readonly State?[] before = new State?[body.Graph.Blocks.Length];
    private readonly int[] visits = new int[body.Graph.Blocks.Length];
    private readonly SortedSet<int> open = [];
    private readonly Dictionary<ControlFlowRegion, HashSet<int>> afterFinally = [];
    private readonly Dictionary<CaptureId, IOperation> captures = [];
    private readonly List<Hit> hits = [];
    private readonly List<Hit> answers = [];
    private State state = new();
    private Value? returned;
    private int steps;
    private int depth;
    private bool isWhole = true;
    private bool choosesFromListed;

    public Summary Run()
    {
        this.before[0] = new();
        this.open.Add(0);
        while (this.open.Count > 0 && this.steps < MostSteps)
        {
            cancellation.ThrowIfCancellationRequested();
            var ordinal = this.open.Min;
            this.open.Remove(ordinal);
            if (this.visits[ordinal]++ < MostVisits) this.Visit(body.Graph.Blocks[ordinal]);
        }

        return new SummaryWriter(body, this.before[this.before.Length - 1] ?? new State(), this.returned ?? Value.None, this.Default)
            .Write([.. this.hits], this.isWhole && this.steps < MostSteps) with
        { Answers = [.. this.answers] };
    }

    private void Visit(BasicBlock block)
    {
        this.state = this.before[block.Ordinal]!.Copy();
        this.ReachHandlers(block);
        foreach (var operation in block.Operations) this.Eval(operation);
        var value = block.BranchValue is { } branch ? this.Eval(branch) : null;
        if (block.Operations.Length > 0 || value is not null) this.ReachHandlers(block);
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return } && value is not null) this.Return(value, block.BranchValue!.Syntax);
            this.Follow(block, block.FallThroughSuccessor, this.state);
            return;
        }

        this.CheckLoop(block);
        var jumpsIf = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        this.Follow(block, block.ConditionalSuccessor, value!, jumpsIf);
        this.Follow(block, block.FallThroughSuccessor, value!, !jumpsIf);
    }

    private void Return(Value value, SyntaxNode site)
    {
        this.CheckAnswer(value, site);
        value = value.WithFacts(value.Facts.With(this.state.Held));
        this.returned = this.returned is null ? value : Value.Join(this.returned, value);
    }

    private void Follow(BasicBlock block, ControlFlowBranch? branch, Value condition, bool outcome)
    {
        if (condition.Constant is bool known && known != outcome) return;
        if ((outcome ? condition.Facts.WhenTrue : condition.Facts.WhenFalse) is not { } facts) return;
        var there = this.state.Copy();
        foreach (var fact in facts) this.Learn(there, fact);
        this.Follow(block, branch, there);
    }

    private void Follow(BasicBlock block, ControlFlowBranch? branch, State there)
    {
        if (branch is null) return;
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (!this.afterFinally.TryGetValue(region, out var targets)) continue;
                foreach (var target in targets) this.Reach(target, there);
                return;
            }
        }

        if (branch.Destination is not { } destination) return;
        var next = destination.Ordinal;
        foreach (var region in branch.FinallyRegions.Reverse())
        {
            if (this.OnlyDisposes(region)) continue;
            if (!this.afterFinally.TryGetValue(region, out var targets)) this.afterFinally[region] = targets = [];
            if (targets.Add(next) && this.before[region.LastBlockOrdinal] is not null) this.open.Add(region.LastBlockOrdinal);
            next = region.FirstBlockOrdinal;
        }

        this.Reach(next, there);
    }

    /// <summary>What foreach and using write at their end changes nothing that is known.</summary>
    private bool OnlyDisposes(ControlFlowRegion region)
    {
        for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
            if (!body.Graph.Blocks[i].Operations.All(operation => operation.IsImplicit) || body.Graph.Blocks[i].BranchValue is { IsImplicit: false }) return false;
        return true;
    }

    private void Reach(int ordinal, State there)
    {
        if (this.before[ordinal] is not { } known)
        {
            this.before[ordinal] = there.Copy();
            this.open.Add(ordinal);
        }
        else if (known.JoinWith(there, this.Default))
        {
            this.open.Add(ordinal);
        }
    }

    /// <summary>Anything may throw: handlers see what stood before the block and after it.</summary>
    private void ReachHandlers(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region != body.Graph.Root && region?.EnclosingRegion is { } around; region = around)
        {
            if (region.Kind != ControlFlowRegionKind.Try) continue;
            foreach (var handler in around.NestedRegions)
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Finally or ControlFlowRegionKind.FilterAndHandler)
                    this.Reach(handler.FirstBlockOrdinal, this.state);
        }
    }

    /// <summary>What a place holds that this body has not written.</summary>
    private Value Default(Key key)
    {
        switch (key.Head)
        {
            case ISymbol symbol when key.Field is null:
                return this.Owns(symbol) ? Value.None : this.Input(symbol);
            case ObjectAtom or CaptureId:
                return Value.None;
            case SourceAtom read:
                return Value.Of1(new(read, Danger.All, null));
            case FunctionAtom function:
                return Value.Of1(new(function.Field(key.Field!), Danger.All, null));
            case Atom atom:
                return Root(atom) is ObjectAtom ? Value.None : Value.Of1(new(atom.Field(key.Field!), Danger.All, null));
            default:
                return Value.None;
        }
    }

    private static Atom Root(Atom atom)
    {
        while (atom is FieldAtom field) atom = field.Parent;
        return atom;
    }

    private bool Owns(ISymbol symbol) => symbol is ILocalSymbol or IRangeVariableSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, body.Symbol);

    private Value Input(ISymbol symbol)
    {
        var type = symbol switch { IParameterSymbol parameter => parameter.Type, ILocalSymbol local => local.Type, IFieldSymbol field => field.Type, _ => null };
        var danger = TypeDanger.Of(type);
        var ends = context.EndOf(symbol);
        var flows = ImmutableArray.CreateBuilder<Flow>();
        if (danger != Danger.None) flows.Add(new(new InputAtom(symbol), danger, null));
        foreach (var function in context.FunctionsOf(symbol)) flows.Add(new(function, Danger.All, null));
        if (flows.Count == 0) return Value.None;
        var value = new Value(flows.ToImmutable()) { Ends = ends, IsGiven = true };
        return context.AllowedOf(symbol) is { } allowed ? value.Within(allowed) : value;
    }

    private void Learn(State there, Fact fact)
    {
        var known = there[fact.Key] ?? this.Default(fact.Key);
        var value = known;
        there.Hold(fact);
        if (fact.Elements)
        {
            foreach (var flow in value.Flows)
                if (there.FieldsOf(flow.Atom) is { IsEmpty: false } held)
                    foreach (var element in held.Where(field => field.Key.StartsWith("[", System.StringComparison.Ordinal)))
                        there.Set(new(flow.Atom, element.Key), element.Value.Without(fact.Cleared));
                else if (flow.Atom is not ObjectAtom)
                    there.Set(new(flow.Atom, "[]"), this.Default(new(flow.Atom, "[]")).Without(fact.Cleared));
            // What is not known by its elements is known as a whole.
            if (value.Flows.All(flow => flow.Atom is not ObjectAtom)) there.Set(fact.Key, value.Without(fact.Cleared));
            return;
        }

        value = value.Without(fact.Cleared);
        if (fact.Allowed is { } allowed && !value.IsClean) value = value.Within(allowed);
        there.Set(fact.Key, fact.Ends is null ? value : value.EndingIn(fact.Ends));
        // Told to callers as being of the one input that it was made from.
        if (fact.Cleared != Danger.None && known.Flows.Length == 1 && known.Flows[0].Atom is InputAtom { Root: IParameterSymbol parameter } && !parameter.Equals(fact.Key.Head as ISymbol, SymbolEqualityComparer.Default))
            there.Hold(new(new(parameter), fact.Cleared));
    }
}

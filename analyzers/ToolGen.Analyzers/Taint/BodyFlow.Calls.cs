using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Calls of what is written here: the callee's summary, told in the caller's terms.</summary>
internal sealed partial class BodyFlow
{
    /// <summary>What a callee's inputs are at one call.</summary>
    private sealed record Binding(
        Body Callee, Value Receiver, ImmutableArray<IParameterSymbol> Parameters, ImmutableArray<Value> Arguments, ImmutableArray<IOperation> Operations, FunctionAtom? Function)
    {
        public int IndexOf(IParameterSymbol parameter)
        {
            for (var i = 0; i < this.Parameters.Length; i++)
                if (SymbolEqualityComparer.Default.Equals(this.Parameters[i].OriginalDefinition, parameter.OriginalDefinition)) return i;
            return -1;
        }
    }

    private ImmutableArray<Value> Arguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol? method)
    {
        var values = new Value[method?.Parameters.Length ?? arguments.Length];
        foreach (var argument in arguments)
        {
            var value = this.Eval(argument.Value);
            if (argument.Parameter is { } parameter && parameter.Ordinal < values.Length) values[parameter.Ordinal] = value;
        }

        return [.. values.Select(value => value ?? Value.None)];
    }

    private static ImmutableArray<IOperation> Operations(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var operations = new IOperation[method.Parameters.Length];
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && parameter.Ordinal < operations.Length) operations[parameter.Ordinal] = argument.Value;
        return [.. operations];
    }

    private Value EvalCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = this.Eval(call.Instance);
        var arguments = this.Arguments(call.Arguments, method);
        if (method.MethodKind == MethodKind.DelegateInvoke) return this.WithSecret(this.Invoke(receiver, arguments, call).Keep(TypeDanger.Of(method.ReturnType)), receiver, NamedIn(call.Instance), method.ReturnType, call);
        if (this.LoopFacts(call) is var loop && loop != Facts.None) return Value.None.WithFacts(loop);
        return this.CallMember(method, call, receiver, call.Instance, arguments, Operations(call.Arguments, method));
    }

    private Value CallMember(IMethodSymbol method, IOperation site, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var named = method.ReducedFrom ?? method;
        var model = engine.Model.Of(named.AssociatedSymbol is IPropertySymbol property ? property : named);
        if (named.AssociatedSymbol is null) this.CheckCalled(model, named, receiver, arguments, site.Syntax);
        if (KnownObjects.Expression(named) is { } expression) return this.Generated(expression, site);
        var targets = this.TargetsOf(named, receiver, instance);
        if (targets.IsEmpty) return this.CallForeign(named, model, site, receiver, instance, arguments, operations);
        Value? answer = null;
        var start = this.state;
        State? end = null;
        foreach (var target in targets)
        {
            // Each target starts from the same state; one of them runs.
            this.state = targets.Length == 1 ? start : start.Copy();
            this.CheckRecursion(target, receiver, arguments, site);
            var known = this.Knows(target, receiver, arguments);
            var value = this.Enter(engine.Summarize(target, known, cancellation), site, new(target, receiver, target.Parameters, arguments, operations, null));
            answer = answer is null ? value : Value.Join(answer, value);
            if (end is null) end = this.state;
            else end.JoinWith(this.state, this.Default);
        }

        this.state = end!;
        return answer!.Without(model.Clears).Keep(TypeDanger.Of(method.ReturnType));
    }

    private ImmutableArray<Body> TargetsOf(IMethodSymbol method, Value receiver, IOperation? instance)
    {
        if (instance is null || !Dispatch.IsOpen(method) || instance.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax)
            return this.BodiesOf([method]);
        var exact = new List<IMethodSymbol>();
        var isKnown = !receiver.IsClean;
        foreach (var flow in receiver.Flows)
        {
            var types = flow.Atom switch
            {
                ObjectAtom { Type: { TypeKind: not TypeKind.Interface, IsAbstract: false } type } => [type],
                InputAtom { Root: INamedTypeSymbol or IParameterSymbol } input => context.TypesOf(input.Root),
                _ => ImmutableArray<ITypeSymbol>.Empty,
            };
            if (types.IsEmpty) isKnown = false;
            exact.AddRange(types.Select(type => Dispatch.Exact(method, type)).OfType<IMethodSymbol>());
        }

        if (isKnown && exact.Count > 0) return this.BodiesOf(exact);
        // What a library declares may be anything; only what this code declares is looked for here.
        return IsSource(method) ? this.BodiesOf(engine.Dispatch.Any(method, cancellation)) : [];
    }

    private ImmutableArray<Body> BodiesOf(IEnumerable<IMethodSymbol> methods) =>
        [.. methods.Select(method => engine.Bodies.Of(method, cancellation)).OfType<Body>().Distinct()];

    private Value Invoke(Value target, ImmutableArray<Value> arguments, IOperation site)
    {
        Value? answer = null;
        foreach (var flow in target.Flows)
        {
            if (flow.Atom is not FunctionAtom function) continue;
            var callee = function.Body;
            var receiver = this.Load(target.WithFlows([flow]), "this");
            var given = arguments.Length > callee.Parameters.Length ? arguments.RemoveRange(callee.Parameters.Length, arguments.Length - callee.Parameters.Length) : arguments;
            var summary = engine.Summarize(callee, this.Knows(callee, receiver, given), cancellation);
            var value = this.Enter(summary, site, new(callee, receiver, callee.Parameters, given, [], function));
            answer = answer is null ? value : Value.Join(answer, value);
        }

        return answer ?? Value.Mix(arguments.Append(target).Select(this.Deep)).Without(Danger.None);
    }

    /// <summary>A callee's summary in this body's terms: its hits, what it writes, what it answers.</summary>
    private Value Enter(Summary summary, IOperation site, Binding binding)
    {
        this.isWhole &= summary.IsWhole;
        foreach (var hit in summary.Hits)
            if (hit.Pending is null && (!hit.Sink.IsComparison || !this.choosesFromListed)) this.Tell(hit, site, binding);
        var writes = summary.Writes.Select(write => (write.Key, Value: this.Translate(write.Value, site, binding))).ToArray();
        var answer = this.Translate(summary.Returned, site, binding);
        var facts = new Facts(this.Translate(summary.Returned.Facts.WhenTrue, binding), this.Translate(summary.Returned.Facts.WhenFalse, binding));
        var passed = this.Translate(summary.Passed, binding) ?? [];
        foreach (var (key, value) in writes) this.Write(key, value, site, binding);
        foreach (var fact in passed) this.Learn(this.state, fact);
        // Asked once what the callee itself put into its arguments stands there.
        foreach (var hit in summary.Hits)
            if (hit.Pending is not null && this.Asked(hit, site, binding) is { } asked) this.Tell(asked, site, binding);
        return answer.WithFacts(facts);
    }

    private void Tell(Hit hit, IOperation site, Binding binding)
    {
        var also = hit.Also is null ? hit.Also : [.. hit.Also.Value.SelectMany(flow => Dangerous(this.Deep(new Value(this.Translate(flow, site, binding))), hit.Sink.Also!.Value.Danger))];
        if (also is { IsEmpty: true }) return;
        foreach (var flow in this.Deep(new Value(this.Translate(hit.Flow, site, binding))).Flows)
            if ((flow.Danger & hit.Sink.Danger) != Danger.None)
                this.AddHit(hit with { Flow = flow with { Path = Step.Join(flow.Path, hit.Flow.Path) }, Also = also });
    }

    private void Write(Key key, Value value, IOperation site, Binding binding)
    {
        switch (key.Head)
        {
            case IParameterSymbol parameter when binding.IndexOf(parameter) is >= 0 and var index:
                if (index < binding.Operations.Length && binding.Operations[index] is { } target) this.Assign(target, value, site);
                break;
            case ISymbol symbol when key.Field is null:
                if (symbol is IFieldSymbol or IPropertySymbol || this.state[new(symbol)] is not null || this.Owns(symbol) || binding.Function is null) this.state.Set(new(symbol), value);
                if (binding.Function is { } function) this.state.Set(new(function, CapturedField(symbol)), value);
                break;
            case ObjectAtom made:
                this.state.Set(new(Renamed(made, site), key.Field), value);
                break;
            case Atom atom:
                var places = this.Translate(Value.Of1(new(atom, Danger.All, null)), site, binding);
                this.Store(places, key.Field!, value);
                break;
        }
    }

    private Value Translate(Value value, IOperation site, Binding binding)
    {
        if (value.IsClean) return value.WithFacts(Facts.None);
        var flows = ImmutableArray<Flow>.Empty;
        foreach (var flow in value.Flows) flows = Value.Union(flows, this.Translate(flow, site, binding));
        var same = value.IsGiven && value.Flows.Length == 1 && value.Flows[0].Atom is InputAtom ? this.Resolve(value.Flows[0].Atom, site, binding) : value;
        return same.WithFlows(flows).WithFacts(Facts.None);
    }

    private ImmutableArray<Flow> Translate(Flow flow, IOperation site, Binding binding)
    {
        this.steps++;
        switch (flow.Atom)
        {
            case ObjectAtom made: return [flow with { Atom = Renamed(made, site) }];
            case SourceAtom or FunctionAtom or TypeAtom: return [flow];
        }

        var value = this.Resolve(flow.Atom, site, binding).Keep(flow.Danger);
        return [.. value.Flows.Select(one => one with { Path = Step.Join(Step.After(one.Path, site.Syntax), flow.Path) })];
    }

    private Value Resolve(Atom atom, IOperation site, Binding binding)
    {
        switch (atom)
        {
            case FieldAtom field: return this.Load(this.Resolve(field.Parent, site, binding), field.Name);
            case ObjectAtom made: return Value.Of1(new(Renamed(made, site), Danger.All, null));
            case InputAtom input:
                switch (input.Root)
                {
                    case INamedTypeSymbol: return binding.Receiver.IsClean && binding.Function is { } self ? this.Load(self, "this") : binding.Receiver;
                    case IParameterSymbol parameter when binding.IndexOf(parameter) is >= 0 and var index:
                        return index < binding.Arguments.Length ? binding.Arguments[index] : Value.None;
                    case IFieldSymbol or IPropertySymbol: return this.ReadStatic(input.Root);
                    default:
                        var isHere = binding.Function is null || this.state[new(input.Root)] is not null;
                        return isHere ? this.Read(input.Root) : this.Load(binding.Function!, CapturedField(input.Root));
                }

            default: return Value.Of1(new(atom, Danger.All, null));
        }
    }

    private static ObjectAtom Renamed(ObjectAtom made, IOperation site) => made.Through is null ? new(made.Site, site.Syntax, made.Type) : made;

    private ImmutableArray<Fact>? Translate(ImmutableArray<Fact>? facts, Binding binding)
    {
        if (facts is null) return null;
        var told = ImmutableArray.CreateBuilder<Fact>();
        foreach (var fact in facts)
        {
            if (fact.Key.Head is IParameterSymbol parameter && binding.IndexOf(parameter) is >= 0 and var index)
            {
                if (index < binding.Operations.Length && this.KeyOf(binding.Operations[index]) is { } key) told.Add(fact with { Key = key });
            }
            else if (fact.Key is { Head: Atom atom, Field: { } field })
            {
                var place = this.Resolve(atom, body.Graph.OriginalOperation, binding);
                if (place.Flows.Length == 1) told.Add(fact with { Key = new(place.Flows[0].Atom, field) });
            }
            else if (fact.Key.Head is ILocalSymbol or IParameterSymbol)
            {
                told.Add(fact);
            }
        }

        return told.ToImmutable();
    }
}

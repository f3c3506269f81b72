using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Reading and writing places.</summary>
internal sealed partial class BodyFlow
{
    private const int DeepestContent = 6;
    private const int MostOrdered = 64;

    private Value Read(ISymbol symbol) => this.state[new(symbol)] ?? this.Default(new(symbol));

    private Value This() => Value.Of1(new(new InputAtom(body.Symbol.ContainingType.OriginalDefinition), Danger.All, null));

    private Value Load(Value receiver, string field)
    {
        Value? found = null;
        foreach (var flow in receiver.Flows)
        {
            var value = this.Load(flow.Atom, field).Keep(flow.Danger);
            found = found is null ? value : Value.Join(found, value);
        }

        return found ?? Value.None;
    }

    private Value Load(Atom atom, string field)
    {
        this.steps++;
        if (this.state[new(atom, field)] is { } known) return known;
        if (field[0] != '[') return this.Default(new(atom, field));
        // An element that is not known by its index may be any; one that is asked for by no index may be each.
        var fields = this.state.FieldsOf(atom);
        var value = this.state[new(atom, "[]")] ?? this.Default(new(atom, "[]"));
        if (field == "[]")
            value = Value.Mix(fields.Where(pair => pair.Key.StartsWith("[", StringComparison.Ordinal)).Select(pair => pair.Value).Append(value));
        return value;
    }

    // The parts of a text are made of its characters.
    private Value Elements(Value value) => value.Allowed is { } allowed ? this.Load(value, "[]").Within(allowed) : this.Load(value, "[]");

    private void Store(Value receiver, string field, Value value)
    {
        var atoms = receiver.Flows.Select(flow => flow.Atom).ToImmutableArray();
        foreach (var atom in atoms)
        {
            var key = new Key(atom, field);
            this.state.Set(key, atoms.Length == 1 && field != "[]" ? value : Value.Join(this.state[key] ?? this.Default(key), value));
        }
    }

    /// <summary>Adds to what an object holds, not knowing where.</summary>
    private void StoreInto(Value receiver, Value value)
    {
        if (value.IsClean) return;
        foreach (var flow in receiver.Flows)
        {
            if (flow.Atom is SourceAtom) continue;
            var key = new Key(flow.Atom, "[]");
            this.state.Set(key, Value.Mix(this.state[key] ?? this.Default(key), value));
        }
    }

    /// <summary>Notes of a list that a text was added behind the others.</summary>
    private void Order(Value list, Value word)
    {
        foreach (var flow in list.Flows)
        {
            var key = new Key(flow.Atom, WordOrder.Field);
            this.state.Set(key, WordOrder.Add(this.state[key] ?? Value.None, word));
        }
    }

    /// <summary>All that a value holds, as far down as it goes.</summary>
    private Value Deep(Value value)
    {
        if (value.Flows.All(flow => flow.Atom is FunctionAtom || this.state.FieldsOf(flow.Atom).IsEmpty)) return value;
        var flows = ImmutableArray<Flow>.Empty;
        // Level by level, so that what lies near is reached by the short way first, in whatever order the fields stand.
        var seen = new Dictionary<Atom, Danger>();
        var level = value.Flows;
        for (var depth = 0; depth <= DeepestContent && !level.IsEmpty; depth++)
        {
            flows = Value.Union(flows, level);
            level = depth < DeepestContent ? this.Inside(level, seen) : [];
        }

        return value.WithFlows(flows);
    }

    /// <summary>What the fields of these hold that was not reached before.</summary>
    private ImmutableArray<Flow> Inside(ImmutableArray<Flow> level, Dictionary<Atom, Danger> seen)
    {
        var next = ImmutableArray<Flow>.Empty;
        foreach (var flow in level)
        {
            this.steps++;
            seen.TryGetValue(flow.Atom, out var known);
            if (flow.Atom is FunctionAtom || (seen.ContainsKey(flow.Atom) && (flow.Danger & ~known) == Danger.None)) continue;
            seen[flow.Atom] = known | flow.Danger;
            foreach (var field in this.state.FieldsOf(flow.Atom)) next = Value.Union(next, field.Value.Keep(flow.Danger).Flows);
        }

        return next;
    }

    /// <summary>What an object holds itself, without what its parts hold.</summary>
    private Value Content(Value value)
    {
        var own = ImmutableArray<Flow>.Empty;
        var held = ImmutableArray<Flow>.Empty;
        foreach (var flow in value.Flows)
        {
            this.steps++;
            if (flow.Atom is not ObjectAtom) own = Value.Union(own, [flow]);
            foreach (var field in this.state.FieldsOf(flow.Atom))
                held = Value.Union(held, [.. field.Value.Keep(flow.Danger).Flows.Where(inner => inner.Atom is not FieldAtom part || !part.Parent.Equals(flow.Atom))]);
        }

        var flows = held.IsEmpty ? own : Value.Union(own, this.Deep(new(held)).Flows);
        return flows.IsEmpty ? Value.None : new(flows);
    }

    /// <summary>The place that an expression names; null where it names none, or more than one.</summary>
    private Key? KeyOf(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local: return new(local.Local);
            case IParameterReferenceOperation parameter when !this.IsPrimary(parameter.Parameter): return new(parameter.Parameter);
            case IFieldReferenceOperation { Field.IsStatic: true } field: return new(field.Field);
            case IFieldReferenceOperation { Instance: { } instance } field: return this.KeyOf(instance, field.Field.Name);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } property: return this.KeyOf(instance, property.Property.Name);
            case IConversionOperation { OperatorMethod: null } conversion: return this.KeyOf(conversion.Operand);
            case IFlowCaptureReferenceOperation capture:
                return this.captures.TryGetValue(capture.Id, out var captured) && captured is not IFlowCaptureReferenceOperation && this.KeyOf(captured) is { } key ? key : new Key(capture.Id);
            case IDeclarationExpressionOperation declaration: return this.KeyOf(declaration.Expression);
            case IIncrementOrDecrementOperation increment: return this.KeyOf(increment.Target);
            case IInvocationOperation { Instance: { } instance, Arguments.Length: 0 } call
                when call.TargetMethod.Name is "Trim" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "ToString" or "AsSpan":
                return this.KeyOf(instance);
            case IInvocationOperation { TargetMethod: { Name: "AsSpan", IsExtensionMethod: true }, Arguments: [var text] }: return this.KeyOf(text.Value);
            case IArgumentOperation argument: return this.KeyOf(argument.Value);
            default: return null;
        }
    }

    private Key? KeyOf(IOperation instance, string field)
    {
        var receiver = this.Peek(instance);
        return receiver.Flows.Length == 1 ? new(receiver.Flows[0].Atom, field) : null;
    }

    /// <summary>Reads again what was just computed, telling nothing of it.</summary>
    private Value Peek(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation => this.This(),
        ILocalReferenceOperation local => this.Read(local.Local),
        IParameterReferenceOperation parameter => this.ReadParameter(parameter.Parameter),
        IFlowCaptureReferenceOperation capture => this.state[new(capture.Id)] ?? Value.None,
        IConversionOperation conversion => this.Peek(conversion.Operand),
        IFieldReferenceOperation { Instance: { } instance } field => this.Load(this.Peek(instance), field.Field.Name),
        IPropertyReferenceOperation { Property.Name: "Length" or "Count" or "LongLength" } size when !IsSource(size.Property) => Value.None,
        IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: true } property => this.Load(this.Peek(instance), property.Property.Name),
        _ => Value.None,
    };

    /// <summary>A parameter of a primary constructor that a member uses: a field of the object.</summary>
    private bool IsPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !SymbolEqualityComparer.Default.Equals(constructor, body.Symbol)
        && body.Symbol is not (IFieldSymbol or IPropertySymbol);

    private Value ReadParameter(IParameterSymbol parameter) => this.IsPrimary(parameter) ? this.Load(this.This(), PrimaryField(parameter)) : this.Read(parameter);

    private static string PrimaryField(IParameterSymbol parameter) => "<" + parameter.Name + ">";

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}

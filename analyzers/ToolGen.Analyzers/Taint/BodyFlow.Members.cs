using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Fields, properties, elements, and what is assigned to them.</summary>
internal sealed partial class BodyFlow
{
    private Value EvalField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (reference.Instance is null && !IsSource(field) && engine.Model.IsConfigured(field.ContainingType)) return this.Ready(reference, field);
        if (reference.Instance is not { } instance) return this.ReadStatic(field);
        var receiver = this.Eval(instance);
        var value = field.ContainingType.IsTupleType ? this.Load(receiver, (field.CorrespondingTupleField ?? field).Name) : this.Load(receiver, field.Name);
        return this.WithSecret(this.WithOrigin(value.Keep(TypeDanger.Of(field.Type)), field, receiver), receiver, field.Name, field.Type, reference);
    }

    /// <summary>A field that this type always sets to the same kind of text keeps what is known of that text.</summary>
    private Value WithOrigin(Value value, ISymbol member, Value receiver)
    {
        if (receiver.Flows.Length != 1 || receiver.Flows[0].Atom is not InputAtom { Root: INamedTypeSymbol } || value.Constant is not null || value.Starts is not null) return value;
        if (engine.Origins.Of(member, cancellation) is not { } origin) return value;
        var set = origin.Value;
        foreach (var (place, held) in origin.Held)
            if (this.state[place] is null) this.state.Set(place, held);
        var flows = Value.Union(value.Flows, [.. set.Flows.Where(flow => flow.Atom is ObjectAtom or SourceAtom or FunctionAtom)]);
        return new(flows) { Constant = set.Constant, Starts = set.Starts, Ends = set.Ends, IsFullPath = set.IsFullPath, Characters = set.Characters, IsFileNameCharacters = set.IsFileNameCharacters, Of = value.Of, Facts = value.Facts };
    }

    /// <summary>What the object itself holds under the name of a secret is one.</summary>
    private Value WithSecret(Value value, Value receiver, string? name, ITypeSymbol? type, IOperation site)
    {
        if (name is null || type?.SpecialType != SpecialType.System_String || engine.Model.IsSecretName is not { } tells || !tells(name)) return value;
        if (!receiver.Flows.Any(flow => IsHeldHere(Root(flow.Atom)))) return value;
        return new(Value.Mix(value, this.FromOutside(site.Syntax, Source.Secret, null)).Flows) { Of = value.Of };
    }

    /// <summary>What the object, a service or an answer from outside holds; no argument of a tool.</summary>
    private static bool IsHeldHere(Atom root) => root switch
    {
        SourceAtom => true,
        InputAtom { Root: IParameterSymbol parameter } => !Entries.IsArgument(parameter),
        InputAtom { Root: INamedTypeSymbol or IFieldSymbol or IPropertySymbol } => true,
        _ => false,
    };

    private static string? NamedIn(IOperation? operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => null,
    };

    /// <summary>An object that a library keeps ready.</summary>
    private Value Ready(IOperation site, ISymbol member)
    {
        var made = Value.Of1(new(new ObjectAtom(site.Syntax, null, member.ContainingType), Danger.All, null));
        this.Store(made, SinkSite.ReadyName, Value.Known(member.Name));
        return made;
    }

    private Value ReadStatic(ISymbol member)
    {
        if (member.ContainingType.Is("System.IO.Path") && member.Name is "DirectorySeparatorChar" or "AltDirectorySeparatorChar") return Value.Known('/');
        if (KnownObjects.Of(member) is { } constant) return constant;
        var key = new Key(member.OriginalDefinition);
        if (this.state[key] is { } known) return known;
        var isFixed = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true };
        var value = isFixed ? Value.None : this.Default(key);
        if (engine.Bodies.Initializer(member, cancellation) is { } initializer)
        {
            var summary = engine.Summarize(initializer, Context.Any, cancellation);
            foreach (var (place, held) in summary.Writes)
                if (place.Head is ObjectAtom) this.state.Set(place, held);
            value = isFixed ? summary.Returned : Value.Join(value, summary.Returned);
        }
        else if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            value = Value.None;
        }

        this.state.Set(key, value);
        return value;
    }

    private Value EvalProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is null)
            return IsSource(property) && IsAutomatic(property) ? this.ReadStatic(property) : this.ReadProperty(reference, property, Value.None, []);
        var receiver = this.Eval(reference.Instance);
        return this.ReadProperty(reference, property, receiver, [.. reference.Arguments.Select(argument => this.Eval(argument.Value))]);
    }

    private static bool IsSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty || !symbol.ContainingType.DeclaringSyntaxReferences.IsEmpty;

    private Value ReadProperty(IPropertyReferenceOperation reference, IPropertySymbol property, Value receiver, ImmutableArray<Value> arguments)
    {
        var model = engine.Model.Of(property);
        if (property.Type.Is("Microsoft.EntityFrameworkCore.DbSet`1")) return this.FromOutside(reference.Syntax, Source.Table, null);
        if (KnownObjects.Expression(property) is { } expression) return this.Generated(expression, reference);
        if (IsSource(property) && property.GetMethod is { } getter)
        {
            if (IsAutomatic(property) && !Dispatch.IsOpen(getter))
                return this.WithSecret(this.WithOrigin(this.Load(receiver, property.Name).Keep(TypeDanger.Of(property.Type)), property, receiver), receiver, property.Name, property.Type, reference);
            return this.CallMember(getter, reference, receiver, reference.Instance, arguments, [.. reference.Arguments.Select(argument => (IOperation)argument.Value)]);
        }

        if (model.SourceAt(() => this.SiteOf(property, receiver, Named(property.Parameters, arguments))) is { } source) return this.FromOutside(reference.Syntax, source, property.Type);
        if (KnownObjects.Of(property) is { } constant) return constant;
        if (property.IsStatic && engine.Model.IsConfigured(property.ContainingType)) return this.Ready(reference, property);
        if (property is { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }) return Value.None.WithFacts(receiver.Facts);
        var value = reference.Arguments.IsEmpty ? this.ReadForeign(property, receiver) : this.Load(receiver, Index(arguments));
        value = value.Without(model.Clears).Keep(TypeDanger.Of(property.Type));
        if (property.Name == "FullName" && property.ContainingType.IsA("System.IO.FileSystemInfo")) value = new(value.Flows) { IsFullPath = true };
        var whole = reference.Instance is { } instance ? this.KeyOf(instance) ?? (receiver.Of is { Part: "same" } of ? of.Key : null) : null;
        return whole is { } key ? value.PartOf(key, property.Name) : value;
    }

    private Value ReadForeign(IPropertySymbol property, Value receiver)
    {
        // How long a text is grows with the text; how much an object holds, or may hold, sizes nothing else.
        if (property.Name == "Length" && property.ContainingType.SpecialType == SpecialType.System_String) return receiver.Blurred.Keep(Danger.Length);
        if (property.Name.EndsWith("Count", System.StringComparison.Ordinal) || property.Name is "Length" or "LongLength" or "Rank" or "Capacity" or "Position") return Value.None;
        if (property.Name == "Current") return this.Elements(receiver);
        if (property.Name is "Result" or "Value" or "Task" && property.ContainingType.IsGenericType) return property.Type.SpecialType == SpecialType.System_String ? this.Scalar(receiver) : receiver;
        if (property.Name == "Keys" && receiver.Flows.All(flow => flow.Atom is ObjectAtom && this.state[new(flow.Atom, "[]")] is null)) return Value.None;
        Value? found = null;
        foreach (var flow in receiver.Flows)
        {
            var known = this.state[new(flow.Atom, property.Name)];
            var value = known ?? (Root(flow.Atom) is ObjectAtom && !property.Type.IsValueType && property.Type.SpecialType != SpecialType.System_String
                ? Value.Of1(new(flow.Atom.Field(property.Name), flow.Danger, flow.Path))
                : flow.Atom is ObjectAtom or FieldAtom ? this.Content(Value.Of1(flow)) : Value.Of1(flow));
            found = found is null ? value.Keep(flow.Danger) : Value.Join(found, value.Keep(flow.Danger));
        }

        // What an object is made of may come out of any of its parts.
        var parts = found ?? Value.None;
        return parts.Constant is null && !property.Type.IsValueType && property.Type.SpecialType != SpecialType.System_String ? Value.Mix(parts, this.Content(receiver)) : parts;
    }

    private Value EvalElement(IArrayElementReferenceOperation element)
    {
        var array = this.Eval(element.ArrayReference);
        var indices = element.Indices.Select(this.Eval).ToImmutableArray();
        return this.Load(array, Index(indices)).Keep(TypeDanger.Of(element.Type));
    }

    private static string Index(ImmutableArray<Value> indices) =>
        indices.Length == 1 && indices[0].Constant is { } index ? "[" + System.Convert.ToString(index, CultureInfo.InvariantCulture) + "]" : "[]";

    private Value EvalAssignment(IAssignmentOperation assignment)
    {
        if (assignment is IDeconstructionAssignmentOperation deconstruction)
        {
            var whole = this.Eval(deconstruction.Value);
            this.Deconstruct(deconstruction.Target, whole, assignment);
            return whole;
        }

        var value = this.Eval(assignment.Value);
        if (assignment is ICompoundAssignmentOperation compound)
        {
            var old = this.Eval(compound.Target);
            value = compound is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }
                ? this.Concat([this.Scalar(old), this.Scalar(value)])
                : compound.OperatorKind == BinaryOperatorKind.Or && value.Constant is int flags ? Value.Known(flags | (old.Constant as int? ?? 0))
                : Value.Mix(old, value).Keep(TypeDanger.Of(compound.Type));
        }

        // The graph of an initializer assigns to what it initializes: that is its answer.
        if (body.Symbol is IFieldSymbol or IPropertySymbol && assignment.Target is IMemberReferenceOperation { Member: { } own } && SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, body.Symbol.OriginalDefinition)) this.Return(value, assignment.Syntax);
        else this.Assign(assignment.Target, value, assignment);
        return value;
    }

    private void Deconstruct(IOperation target, Value value, IOperation site)
    {
        if (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        if (target is not ITupleOperation tuple)
        {
            this.Assign(target, value, site);
            return;
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var part = this.Load(value, "Item" + (i + 1));
            // A record is taken apart by its positions.
            var positional = this.Positional(value, i);
            this.Deconstruct(tuple.Elements[i], positional is null ? part : Value.Mix(part, positional), site);
        }
    }

    private Value? Positional(Value value, int index)
    {
        var type = value.Flows.Select(flow => (flow.Atom as ObjectAtom)?.Type).OfType<INamedTypeSymbol>().FirstOrDefault(one => one.IsRecord);
        var parameters = type?.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Length > 0)?.Parameters;
        return parameters is { } named && index < named.Length ? this.Load(value, named[index].Name) : null;
    }

    private void Assign(IOperation target, Value value, IOperation site)
    {
        value = Stepped(value, site.Syntax);
        if (target is ILocalReferenceOperation or IParameterReferenceOperation && this.KeyOf(target) is { } written && this.state[written] is not null) this.state.Forget(written);
        switch (target)
        {
            // That there is such a value tells that what came before it went well.
            case ILocalReferenceOperation local: this.state.Set(new(local.Local), local.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } ? value.WithFacts(value.Facts.With(this.state.Held)) : value); break;
            case IParameterReferenceOperation parameter when this.IsPrimary(parameter.Parameter): this.Store(this.This(), PrimaryField(parameter.Parameter), value); break;
            case IParameterReferenceOperation parameter: this.state.Set(new(parameter.Parameter), value); break;
            case IFieldReferenceOperation { Instance: null } field: this.state.Set(new(field.Field.OriginalDefinition), value); break;
            case IFieldReferenceOperation field: this.Store(this.Eval(field.Instance), (field.Field.CorrespondingTupleField ?? field.Field).Name, value); break;
            case IPropertyReferenceOperation property: this.AssignProperty(property, value, site); break;
            case IArrayElementReferenceOperation element:
                this.Store(this.Eval(element.ArrayReference), Index([.. element.Indices.Select(this.Eval)]), value);
                break;
            case IFlowCaptureReferenceOperation capture when this.captures.TryGetValue(capture.Id, out var captured): this.Assign(captured, value, site); break;
            case IDeclarationExpressionOperation declaration: this.Assign(declaration.Expression, value, site); break;
            case ITupleOperation: this.Deconstruct(target, value, site); break;
            case IConversionOperation conversion: this.Assign(conversion.Operand, value, site); break;
        }
    }

    private void AssignProperty(IPropertyReferenceOperation target, Value value, IOperation site)
    {
        var property = target.Property;
        var receiver = target.Instance is { } instance ? this.Eval(instance) : Value.None;
        var arguments = target.Arguments.Select(argument => this.Eval(argument.Value)).ToImmutableArray();
        this.CheckAssigned(property, receiver, value, site.Syntax, arguments);
        if (IsSource(property))
        {
            if (target.Instance is null && IsAutomatic(property)) this.state.Set(new(property.OriginalDefinition), value);
            else if (IsAutomatic(property)) this.Store(receiver, property.Name, value);
            else if (property.SetMethod is { } setter) this.CallMember(setter, site, receiver, target.Instance, arguments.Add(value), []);
            return;
        }

        if (property.IsIndexer)
        {
            this.Store(receiver, Index(arguments), value);
            this.StoreInto(receiver, Value.Mix(arguments));
        }
        else if (target.Instance is not null)
        {
            this.Store(receiver, property.Name, value);
        }
    }

    private static Value Stepped(Value value, SyntaxNode site) =>
        value.IsClean ? value : value.WithFlows([.. value.Flows.Select(flow => flow with { Path = Step.After(flow.Path, site) })]);

    private Value FromOutside(SyntaxNode site, Source source, ITypeSymbol? type)
    {
        var danger = engine.DangerOf(source) & TypeDanger.Of(type);
        return danger == Danger.None ? Value.None : Value.Of1(new(new SourceAtom(site, source), danger, Step.After(null, site)));
    }
}

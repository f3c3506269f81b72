using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Objects, collections and functions as they come to be.</summary>
internal sealed partial class BodyFlow
{
    private Value New(IOperation site) => Value.Of1(new(new ObjectAtom(site.Syntax, null, site.Type), Danger.All, null));

    private Value EvalCreation(IObjectCreationOperation creation)
    {
        var arguments = this.Arguments(creation.Arguments, creation.Constructor);
        if (creation.Constructor is not { } constructor) return this.EvalInitialized(this.New(creation), creation.Initializer?.Initializers ?? []);
        var made = this.New(creation);
        if (IsSource(constructor)) this.Construct(constructor, creation, made, arguments);
        else made = this.ConstructForeign(constructor, creation, made, arguments);
        return this.EvalInitialized(made, creation.Initializer?.Initializers ?? []);
    }

    private void Construct(IMethodSymbol constructor, IObjectCreationOperation creation, Value made, ImmutableArray<Value> arguments)
    {
        var type = constructor.ContainingType;
        var isPrimary = constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);
        for (var i = 0; isPrimary && i < arguments.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            this.Store(made, PrimaryField(parameter), arguments[i]);
            if (type.IsRecord && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any()) this.Store(made, parameter.Name, arguments[i]);
        }

        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol or IPropertySymbol) || member.IsImplicitlyDeclared) continue;
            if (engine.Bodies.Initializer(member, cancellation) is not { } initializer) continue;
            var summary = engine.Summarize(initializer, Context.Any, cancellation);
            var value = this.Enter(summary, creation, new(initializer, made, constructor.Parameters, arguments, [], null));
            this.Store(made, member.Name, value);
        }

        if (engine.Bodies.Of(constructor, cancellation) is { } called)
            this.Enter(engine.Summarize(called, this.Knows(called, made, arguments), cancellation), creation, new(called, made, called.Parameters, arguments, [.. creation.Arguments.Select(argument => argument.Value)], null));
    }

    private Value ConstructForeign(IMethodSymbol constructor, IObjectCreationOperation creation, Value made, ImmutableArray<Value> arguments)
    {
        var model = engine.Model.Of(constructor);
        this.CheckCalled(model, constructor, Value.None, arguments, creation.Syntax);
        var type = constructor.ContainingType;
        if (KnownObjects.Of(constructor, arguments) is { } constant) return constant;
        if (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Delegate || type.IsTupleType)
        {
            if (!type.IsTupleType) return Value.Mix(arguments.Select(this.Deep));
            for (var i = 0; i < arguments.Length; i++) this.Store(made, "Item" + (i + 1), arguments[i]);
            return made;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            this.Store(made, char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1), arguments[i]);
            if (parameter.Type.SpecialType != SpecialType.System_String && parameter.Type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable))
                this.StoreInto(made, this.Elements(arguments[i]));
        }

        var functions = this.RunGiven(creation, made, arguments, []);
        if (functions is { } produced && type.OriginalDefinition.Is("System.Lazy`1")) this.StoreInto(made, produced);
        if (model.SourceAt(() => this.SiteOf(constructor, Value.None, arguments)) is { } source) this.StoreInto(made, this.FromOutside(creation.Syntax, source, null));
        if (type.Is("System.Uri") && creation.Arguments.Length == 1 && this.KeyOf(creation.Arguments[0].Value) is { } key) made = made.PartOf(key, "same");
        return made.Without(model.Clears).Keep(TypeDanger.Of(type));
    }

    /// <summary>An expression that a generator makes: what its attribute says.</summary>
    private Value Generated((string Pattern, int Options, System.TimeSpan? Timeout) expression, IOperation site)
    {
        var made = this.New(site);
        this.Store(made, "Pattern", Value.Known(expression.Pattern));
        this.Store(made, "Options", Value.Known(expression.Options));
        if (expression.Timeout is { } timeout) this.Store(made, "MatchTimeout", Value.Known(timeout));
        return made;
    }

    /// <summary>Runs what stands in braces behind a creation.</summary>
    private Value EvalInitialized(Value made, ImmutableArray<IOperation> initializers)
    {
        foreach (var initializer in initializers)
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: true } property } assignment:
                    var value = Stepped(this.Eval(assignment.Value), assignment.Syntax);
                    this.CheckAssigned(property.Property, made, value, assignment.Syntax, []);
                    this.Store(made, property.Property.Name, value);
                    break;
                case ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } assignment:
                    this.Store(made, field.Field.Name, this.Eval(assignment.Value));
                    break;
                default:
                    this.Eval(initializer);
                    break;
            }
        }

        return made;
    }

    private Value EvalArray(IArrayCreationOperation array)
    {
        var sizes = array.DimensionSizes.Select(this.Eval).ToArray();
        foreach (var size in sizes) this.CheckAmount(engine.Model.ArraySize, size, array.Syntax, "new[]");
        // One text's length is no more than the text; the product of two may be more than there is.
        if (sizes.Count(size => (size.Danger & Danger.Length) != Danger.None) > 1)
            foreach (var size in sizes) this.CheckAmount(engine.Model.TableSize, size, array.Syntax, "new[,]");
        var made = this.New(array);
        if (array.Initializer is null) return made;
        for (var i = 0; i < array.Initializer.ElementValues.Length; i++)
        {
            var value = this.Eval(array.Initializer.ElementValues[i]);
            this.Store(made, "[" + i.ToString(CultureInfo.InvariantCulture) + "]", value);
            this.Order(made, value);
        }

        return made;
    }

    private Value EvalCollection(ICollectionExpressionOperation collection)
    {
        var made = this.New(collection);
        var isOrdered = collection.Elements.Length <= MostOrdered && !collection.Elements.Any(element => element is ISpreadOperation);
        for (var i = 0; i < collection.Elements.Length; i++)
        {
            var value = this.Eval(collection.Elements[i]);
            if (isOrdered) this.Store(made, "[" + i.ToString(CultureInfo.InvariantCulture) + "]", value);
            else this.StoreInto(made, value);
            this.Order(made, value);
        }

        return made;
    }

    private Value EvalTuple(ITupleOperation tuple)
    {
        var made = this.New(tuple);
        for (var i = 0; i < tuple.Elements.Length; i++) this.Store(made, "Item" + (i + 1), this.Eval(tuple.Elements[i]));
        return made;
    }

    private Value EvalWith(IWithOperation with)
    {
        var old = this.Eval(with.Operand);
        var made = this.New(with);
        var members = (with.Type as INamedTypeSymbol)?.GetMembers().Where(member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false } && !member.IsStatic) ?? [];
        foreach (var member in members) this.Store(made, member.Name, this.Load(old, member.Name));
        return this.EvalInitialized(made, with.Initializer?.Initializers ?? []);
    }

    private Value EvalLambda(IFlowAnonymousFunctionOperation lambda)
    {
        var function = new FunctionAtom(engine.Lambda(body.Graph, lambda, cancellation), lambda.Syntax);
        foreach (var captured in function.Body.Captured)
            this.state.Set(new(function, CapturedField(captured)), captured is INamedTypeSymbol ? this.This() : captured is IParameterSymbol parameter ? this.ReadParameter(parameter) : this.Read(captured));
        return Value.Of1(new(function, Danger.All, null));
    }

    private Value EvalMethodGroup(IMethodReferenceOperation reference)
    {
        var receiver = this.Eval(reference.Instance);
        if (engine.Bodies.Of(reference.Method, cancellation) is not { } called) return receiver.Blurred;
        var function = new FunctionAtom(called, reference.Syntax);
        if (!receiver.IsClean) this.state.Set(new(function, "this"), receiver);
        foreach (var captured in called.Captured) this.state.Set(new(function, CapturedField(captured)), captured is INamedTypeSymbol ? this.This() : this.Read(captured));
        return Value.Of1(new(function, Danger.All, null));
    }

    private static string CapturedField(ISymbol symbol) => symbol is INamedTypeSymbol ? "this" : "captured " + symbol.Name;
}

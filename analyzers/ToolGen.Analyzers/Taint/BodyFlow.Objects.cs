using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Objects of one's own that a library is given: it calls what they override, with what else it was given.</summary>
internal sealed partial class BodyFlow
{
    private void RunObjects(IMethodSymbol caller, IOperation site, Value subject, ImmutableArray<Value> arguments)
    {
        var all = this.Deep(Value.Mix(arguments.Append(subject)));
        var isAsked = engine.Model.Of(caller).AsksByName;
        var own = all.Flows.Where(flow => flow.Atom is ObjectAtom { Type: INamedTypeSymbol type } && (IsOverriding(type) || isAsked && !Members(type).IsEmpty)).ToImmutableArray();
        var named = caller.TypeArguments.IsEmpty || all.IsClean ? [] : caller.TypeArguments.SelectMany(type => NamedBy(type, 0)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToArray();
        if (own.IsEmpty && named.Length == 0) return;
        var given = all.WithFlows([.. all.Flows.Where(flow => flow.Atom is not ObjectAtom and not FunctionAtom)]);
        if (given.IsClean) return;
        foreach (var flow in own)
        {
            var type = (INamedTypeSymbol)((ObjectAtom)flow.Atom).Type!;
            this.RunAll(IsOverriding(type) ? Overrides(type) : Members(type), Value.Of1(flow), site, given);
        }

        foreach (var type in named) this.RunAll(Overrides(type), Value.Of1(new(new ObjectAtom(site.Syntax, null, type), Danger.All, null)), site, given);
    }

    private void RunAll(ImmutableArray<IMethodSymbol> methods, Value self, IOperation site, Value given)
    {
        foreach (var method in methods)
        {
            if (engine.Bodies.Of(method, cancellation) is not { } called) continue;
            var inputs = method.Parameters.Select(parameter => given.Keep(TypeDanger.Of(parameter.Type))).ToImmutableArray();
            this.Enter(engine.Summarize(called, Context.Any, cancellation), site, new(called, self, called.Parameters, inputs, [], null));
        }
    }

    /// <summary>Whether what a method of a type that is written here is asked with arrives with this danger where it must not; null: any that others can call.</summary>
    private bool Opens(INamedTypeSymbol type, string? name, Danger danger) =>
        Members(type).Where(method => name is null || method.Name == name).Any(method => engine.Bodies.Of(method, cancellation) is { } called && engine.Summarize(called, Context.Any, cancellation).Hits.Any(hit => IsAskedFor(hit, method, danger)));

    private static bool IsAskedFor(Hit hit, IMethodSymbol method, Danger danger) =>
        hit.Pending is null && (hit.Flow.Danger & hit.Sink.Danger & danger) != Danger.None && Root(hit.Flow.Atom) is InputAtom { Root: IParameterSymbol asked } && method.OriginalDefinition.Parameters.Contains(asked, SymbolEqualityComparer.Default);

    /// <summary>The methods with parameters that others can call, those of its bases among them, as far as they are written here.</summary>
    private static ImmutableArray<IMethodSymbol> Members(INamedTypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        for (var one = type; one is not null && !one.DeclaringSyntaxReferences.IsEmpty; one = one.BaseType)
            found.AddRange(one.GetMembers().OfType<IMethodSymbol>().Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: false }
                && !found.Any(known => SymbolEqualityComparer.Default.Equals(known.OverriddenMethod, method))));
        return found.ToImmutable();
    }

    /// <summary>The types, such as converters, that a type's attributes name for a library to make and call.</summary>
    private static ImmutableArray<INamedTypeSymbol> NamedBy(ITypeSymbol type, int depth)
    {
        if (depth > 4) return [];
        if (type is IArrayTypeSymbol array) return NamedBy(array.ElementType, depth + 1);
        if (type is not INamedTypeSymbol named) return [];
        var inner = named.TypeArguments.SelectMany(argument => NamedBy(argument, depth + 1));
        if (named.DeclaringSyntaxReferences.IsEmpty) return [.. inner];
        var parts = named.GetMembers().OfType<IPropertySymbol>().Where(member => !SymbolEqualityComparer.Default.Equals(member.Type, type)).SelectMany(member => NamedBy(member.Type, depth + 1));
        var marks = named.GetMembers().Append<ISymbol>(named).SelectMany(member => member.GetAttributes()).SelectMany(attribute => attribute.ConstructorArguments)
            .Where(argument => argument.Kind == TypedConstantKind.Type).Select(argument => argument.Value).OfType<INamedTypeSymbol>().Where(IsOverriding);
        return [.. inner, .. parts, .. marks];
    }

    private static bool IsOverriding(INamedTypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty && !Overrides(type).IsEmpty;

    /// <summary>The methods by which a library knows a type that is written here.</summary>
    private static ImmutableArray<IMethodSymbol> Overrides(INamedTypeSymbol type) =>
        [.. type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsStatic && !method.Parameters.IsEmpty && method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && OverridesForeign(method))];

    private static bool OverridesForeign(IMethodSymbol method)
    {
        for (var slot = method.OverriddenMethod; slot is not null; slot = slot.OverriddenMethod)
            if (slot.DeclaringSyntaxReferences.IsEmpty && slot.ContainingType.SpecialType != SpecialType.System_Object) return true;
        return method.ContainingType.AllInterfaces.Any(face => face.DeclaringSyntaxReferences.IsEmpty && face.ContainingNamespace?.ToDisplayString() is not ("System" or "System.Collections.Generic")
            && face.GetMembers(method.Name.Split('.').Last()).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));
    }
}

using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>What the checks that .NET itself offers say.</summary>
internal sealed partial class BodyFlow
{
    private ImmutableArray<Fact> Membership(IMethodSymbol method, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var isExtension = method.IsStatic;
        var set = isExtension ? arguments[0] : receiver;
        var index = isExtension ? 1 : 0;
        if (method.IsStatic && !method.IsExtensionMethod || operations.Length <= index || operations[index] is not { } sought || !this.IsOurs(set)) return [];
        return this.About(sought, arguments[index], Danger.All);
    }

    private ImmutableArray<Fact> Parsed(IMethodSymbol method, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var result = method.Parameters.FirstOrDefault(parameter => parameter.RefKind == RefKind.Out)?.Type ?? method.ContainingType;
        if (result is ITypeParameterSymbol or { TypeKind: TypeKind.Enum } && method.TypeArguments.Length == 1) result = method.TypeArguments[0];
        var left = method.ContainingType.SpecialType == SpecialType.System_Enum ? Danger.None : TypeDanger.Of(result);
        if (left == Danger.All || operations.IsEmpty || operations[0] is not { } text) return [];
        return this.About(text, arguments[0], ~left);
    }

    /// <summary>A parser that throws at what it cannot read has, by answering, read such a value.</summary>
    private void LearnFromParsing(IMethodSymbol method, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        if (!method.IsStatic || arguments.IsEmpty || arguments[0].IsClean || operations.IsEmpty || operations[0]?.Type?.SpecialType != SpecialType.System_String) return;
        var isParser = method.Name is "Parse" or "ParseExact" || method.ContainingType.Is("System.Convert") && method.Name.StartsWith("To", System.StringComparison.Ordinal);
        var left = method.ContainingType.SpecialType == SpecialType.System_Enum ? Danger.None : TypeDanger.Of(method.ReturnType);
        if (!isParser || (left & Danger.Text) != Danger.None) return;
        foreach (var fact in this.About(operations[0], arguments[0], ~left)) this.Learn(this.state, fact);
    }

    private ImmutableArray<Fact> Equality(IMethodSymbol method, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        if (operations.IsEmpty || operations[0] is not { } first) return [];
        if (instance is not null) return this.Equal(instance, receiver, arguments[0]).AddRange(this.Equal(first, arguments[0], receiver));
        return operations.Length > 1 && operations[1] is { } second ? this.Equal(first, arguments[0], arguments[1]).AddRange(this.Equal(second, arguments[1], arguments[0])) : [];
    }

    private Facts StartsWith(Facts facts, IMethodSymbol method, Value receiver, IOperation? instance, ImmutableArray<Value> arguments)
    {
        var start = arguments[0];
        if (start.Constant is ".." or "../" && receiver.Of is { Part: "relative" }) return this.Add(facts, this.About(instance!, receiver, Danger.Path), false);
        if (!this.IsOurs(start)) return facts;
        var cleared = Danger.None;
        // A folder's name without a separator is also the beginning of its neighbour's name.
        if (receiver.IsFullPath && start.Ends is { } end && end[end.Length - 1] is '/' or '\\') cleared |= Danger.Path;
        if (start.Constant is string text)
        {
            if (UrlText.FixesHost(text, false) && text.Contains("://")) cleared |= Danger.Host;
            if (text.Trim().Length > 0 && text[0] != '-') cleared |= Danger.Argument;
            if (text.StartsWith("-", System.StringComparison.Ordinal)) return this.Add(facts, this.About(instance!, receiver, Danger.Argument), false);
            if (text is "/" or "\\") return this.Add(facts, this.About(instance!, receiver, Danger.PathRooted), false);
        }
        else if (start.Constant is '-')
        {
            return this.Add(facts, this.About(instance!, receiver, Danger.Argument), false);
        }

        return cleared == Danger.None ? facts : this.Add(facts, this.About(instance!, receiver, cleared), true);
    }

    /// <summary><c>All(ok)</c> that is true, and <c>Any(bad)</c> that is false, say something of each element.</summary>
    private Facts EachOf(Facts facts, IMethodSymbol method, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var isAll = method.Name is "All" or "TrueForAll";
        var subject = method.IsStatic ? operations[0] : instance;
        var cleared = Danger.All;
        var isFound = false;
        foreach (var flow in arguments.SelectMany(argument => argument.Flows))
        {
            if (flow.Atom is not FunctionAtom { Body: { Parameters.Length: > 0 } test }) continue;
            isFound = true;
            var answer = engine.Summarize(test, Context.Any, cancellation).Returned.Facts;
            var said = (isAll ? answer.WhenTrue : answer.WhenFalse) ?? [];
            cleared &= said.Where(fact => test.Parameters[0].Equals(fact.Key.Head as ISymbol, SymbolEqualityComparer.Default) && fact.Key.Field is null).Aggregate(Danger.None, (all, fact) => all | fact.Cleared);
            cleared |= isAll ? CharacterTests.Cleared(test, subject?.Type) : Danger.None;
        }

        if (!isFound || cleared == Danger.None || this.KeyOf(subject) is not { } key) return facts;
        var isText = subject?.Type?.SpecialType == SpecialType.System_String;
        return this.Add(facts, [new(key, cleared, Elements: !isText)], isAll);
    }
}

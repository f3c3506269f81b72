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
        if (!isParser || (left & Danger.Text & ~Danger.Length) != Danger.None) return;
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

    /// <summary>A method of a library that is given as a function.</summary>
    private IMethodReferenceOperation? GroupOf(IOperation? operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation is IDelegateCreationOperation { Target: IMethodReferenceOperation group } && engine.Bodies.Of(group.Method, cancellation) is null ? group : null;
    }

    /// <summary>What each element can no longer do of which such a method answered so.</summary>
    private Danger HoldsOfEach(IMethodReferenceOperation group, bool outcome)
    {
        if (group.Method.ContainingType.SpecialType == SpecialType.System_Char) return CharacterTests.Cleared(group.Method, outcome);
        var isSet = outcome && group.Method.Name is "Contains" or "ContainsKey" && group.Method.ContainingType.SpecialType != SpecialType.System_String;
        return isSet && group.Instance is { } set && this.IsOurs(this.Eval(set)) ? Danger.All : Danger.None;
    }

    /// <summary>A loop over a text that leaves where a character is wrong: at its end no character is.</summary>
    private Facts LoopFacts(IInvocationOperation next)
    {
        if (!next.IsImplicit || next.TargetMethod.Name != "MoveNext" || next.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.ForEachStatementSyntax>() is not { } syntax) return Facts.None;
        if (engine.Bodies.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) is not IForEachLoopOperation { Locals: [{ Type.SpecialType: SpecialType.System_Char } character] } loop || this.KeyOf(loop.Collection) is not { } key) return Facts.None;
        var cleared = Danger.None;
        foreach (var statement in loop.Body is IBlockOperation block ? block.Operations : [loop.Body])
        {
            if (statement is not IConditionalOperation { WhenFalse: null } guard || !Leaves(guard.WhenTrue)) break;
            cleared |= CharacterTests.Cleared(guard.Condition, character, false);
        }

        return cleared == Danger.None ? Facts.None : new([], [new(key, cleared)]);
    }

    private static bool Leaves(IOperation? operation) => operation switch
    {
        IBlockOperation { Operations.Length: > 0 } block => Leaves(block.Operations[block.Operations.Length - 1]),
        IReturnOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        _ => false,
    };

    /// <summary>What it says of a text that something stands in it or not.</summary>
    private Facts Holds(Facts facts, IMethodSymbol method, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var (subject, value, sought) = method.IsStatic ? (operations.FirstOrDefault(), arguments[0], arguments.Skip(1).ToImmutableArray()) : (instance, receiver, arguments);
        if (subject is null || sought.IsEmpty) return facts;
        var text = CharactersOf(sought[0]);
        if (method.Name is "ContainsAnyExcept" or "IndexOfAnyExcept")
        {
            if (text is null) return facts;
            var alphabet = new Alphabet();
            foreach (var c in text) alphabet.Add(c);
            return this.Add(facts, this.About(subject, value, alphabet.Cleared), false);
        }

        var isAny = method.Name.Contains("Any");
        var cleared = text switch
        {
            null when isAny && sought.Length == 1 && sought[0].IsFileNameCharacters => Danger.Path,
            null => Danger.None,
            ".." when !isAny => Danger.PathUp,
            _ when isAny || text.Length == 1 => WithoutAll(text),
            _ => Danger.None,
        };
        return cleared == Danger.None ? facts : this.Add(facts, this.About(subject, value, cleared), false);
    }

    private static string? CharactersOf(Value sought) => sought.Constant?.ToString() ?? sought.Characters;

    /// <summary>What a text can no longer do that holds none of these.</summary>
    private static Danger WithoutAll(string characters)
    {
        var alphabet = new Alphabet();
        for (var c = '\0'; c < 128; c++)
            if (characters.IndexOf(c) < 0) alphabet.Add(c);
        // Without a separator a name stays in its folder.
        return alphabet.Cleared | (characters.Contains('/') ? Danger.Path : Danger.None);
    }

    /// <summary>A place found from zero on is a place found.</summary>
    private static Value Found(BinaryOperatorKind kind, Value index, Value bound) => (kind, bound.Constant) switch
    {
        (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, -1) => Value.None.WithFacts(index.Facts),
        (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals, -1) => Value.None.WithFacts(index.Facts.Not),
        _ => Value.None,
    };

    /// <summary>What a text is known to end with once that was asked.</summary>
    private Facts EndsWith(Facts facts, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        if (instance is null) return operations.FirstOrDefault() is { } path && this.KeyOf(path) is { } folder ? this.Add(facts, [new(folder, Danger.None) { Ends = "/" }], true) : facts;
        var end = arguments[0].Constant?.ToString();
        if (end is "/" or "\\" && this.KeyOf(instance) is { } key) return this.Add(facts, [new(key, Danger.None) { Ends = end }], true);
        return end is { Length: > 2 } && end[0] == '.' && receiver.Of is { Part: not "same" } ? this.Add(facts, this.About(instance, receiver, Danger.Host), true) : facts;
    }

    /// <summary><c>All(ok)</c> that is true, and <c>Any(bad)</c> that is false, say something of each element.</summary>
    private Facts EachOf(Facts facts, IMethodSymbol method, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var isAll = method.Name is "All" or "TrueForAll";
        var subject = method.IsStatic ? operations.FirstOrDefault() : instance;
        while (subject is IConversionOperation { OperatorMethod: null } conversion) subject = conversion.Operand;
        var cleared = Danger.All;
        var isFound = false;
        foreach (var flow in arguments.SelectMany(argument => argument.Flows))
        {
            if (flow.Atom is not FunctionAtom { Body: { Parameters.Length: > 0 } test }) continue;
            isFound = true;
            var answer = engine.Summarize(test, Context.Any, cancellation).Returned.Facts;
            var said = (isAll ? answer.WhenTrue : answer.WhenFalse) ?? [];
            cleared &= said.Where(fact => test.Parameters[0].Equals(fact.Key.Head as ISymbol, SymbolEqualityComparer.Default) && fact.Key.Field is null).Aggregate(Danger.None, (all, fact) => all | fact.Cleared);
            cleared |= CharacterTests.Cleared(test, subject?.Type, isAll);
        }

        foreach (var operation in operations)
            if (this.GroupOf(operation) is { } group)
            {
                isFound = true;
                cleared &= this.HoldsOfEach(group, isAll);
            }

        if (!isFound || cleared == Danger.None || this.KeyOf(subject) is not { } key) return facts;
        var isText = subject?.Type?.SpecialType == SpecialType.System_String;
        return this.Add(facts, [new(key, cleared, Elements: !isText)], isAll);
    }
}

using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>What follows from a check that was passed.</summary>
internal sealed partial class BodyFlow
{
    private const Danger LengthOnly = Danger.Length | Danger.Backtracking | Danger.Exploding;

    private Value Comparison(IBinaryOperation binary, Value left, Value right)
    {
        if (left.Facts != Facts.None && right.Constant is int && Found(binary.OperatorKind, left, right) is { } found && found.Facts != Facts.None) return found;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd: return Value.None.WithFacts(Facts.And(left.Facts, right.Facts));
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr: return Value.None.WithFacts(Facts.And(left.Facts.Not, right.Facts.Not).Not);
            case BinaryOperatorKind.Equals: return this.Same(binary, left, right);
            case BinaryOperatorKind.NotEquals: return Not(this.Same(binary, left, right));
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual: return Value.None.WithFacts(this.OfCharacter(binary, binary.OperatorKind, left, right) is var low && low != Facts.None ? low : this.Bounds(binary.LeftOperand, left, binary.RightOperand, right));
            case BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual: return Value.None.WithFacts(this.OfCharacter(binary, binary.OperatorKind, left, right) is var high && high != Facts.None ? high : this.Bounds(binary.RightOperand, right, binary.LeftOperand, left));
            default: return Value.None;
        }
    }

    private static Value Not(Value value) => value.Constant is bool known ? Value.Known(!known) : Value.None.WithFacts(value.Facts.Not);

    private Value Same(IBinaryOperation binary, Value left, Value right)
    {
        this.CheckCompared(binary.LeftOperand, right, binary.Syntax);
        this.CheckCompared(binary.RightOperand, left, binary.Syntax);
        if (left.Constant is { } a && right.Constant is { } b) return Value.Known(a.Equals(b));
        if (ReferenceEquals(right, Value.Null)) return Value.None.WithFacts(left.Facts.Not);
        if (ReferenceEquals(left, Value.Null)) return Value.None.WithFacts(right.Facts.Not);
        if (left.Constant is bool l) return l ? right : Not(right);
        if (right.Constant is bool r) return r ? left : Not(left);
        var same = new Facts(this.Equal(binary.LeftOperand, left, right).AddRange(this.Equal(binary.RightOperand, right, left)), []);
        var character = this.OfCharacter(binary, BinaryOperatorKind.Equals, left, right);
        return Value.None.WithFacts(new(Facts.And(character, same).WhenTrue, character.WhenFalse));
    }

    /// <summary>A value that is the same as one that nobody else writes is as good as that one; any other can do no more than what it equals.</summary>
    private ImmutableArray<Fact> Equal(IOperation operation, Value value, Value other) =>
        IsNothing(other) ? [] : this.About(operation, value, this.IsOurs(other) && !value.Flows.Any(one => other.Flows.Any(two => two.Atom.Equals(one.Atom))) ? Danger.All : Danger.Input & ~this.Left(other));

    private static bool IsNothing(Value value) => value.Constant is "" or null && value.Starts is null && value.IsClean && value.Constant is "";

    /// <summary>What a value can do that somebody else writes.</summary>
    private Danger Left(Value value) => this.Deep(value).Flows.Where(flow => flow.Atom is not (ObjectAtom or FunctionAtom)).Aggregate(Danger.None, (all, flow) => all | flow.Danger);

    private bool IsOurs(Value value) => !this.Deep(value).Flows.Any(flow => flow.Atom is not (ObjectAtom or FunctionAtom) && (flow.Danger & Danger.Input & ~Danger.Length) != Danger.None && !this.IsOwnState(flow.Atom));

    /// <summary>What the object or the type itself holds, and what a helper is given to check with.</summary>
    private bool IsOwnState(Atom atom) => Root(atom) switch
    {
        InputAtom { Root: INamedTypeSymbol or IFieldSymbol or IPropertySymbol } => true,
        InputAtom { Root: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } } => !Entries.IsTool(method),
        _ => false,
    };

    private Facts Bounds(IOperation lowOperation, Value low, IOperation highOperation, Value high)
    {
        var below = this.IsOurs(high) ? this.Bounded(lowOperation, low, high) : [];
        var above = this.IsOurs(low) ? this.Bounded(highOperation, high, low) : [];
        return new(below, above);
    }

    private ImmutableArray<Fact> Bounded(IOperation operation, Value value, Value bound)
    {
        // Below zero, or below one, bounds nothing from above.
        if (bound.Constant is 0 or 0L or 0.0 or 1 or 1L or -1 or 0m) return [];
        if (operation is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } text }) return this.About(text, this.Peek(text), Lengths.Cleared(bound.Constant) | Danger.Depth | Danger.Volume);
        // A product, sum or difference that is bounded bounds what it is made of.
        if (operation is IConversionOperation { OperatorMethod: null } conversion) return this.Bounded(conversion.Operand, value, bound);
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, IsChecked: false, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 }) return [];
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } binary)
            return this.Bounded(binary.LeftOperand, this.Peek(binary.LeftOperand), bound).AddRange(this.Bounded(binary.RightOperand, this.Peek(binary.RightOperand), bound));
        if (operation is IPropertyReferenceOperation { Property: { IsIndexer: false } part, Instance: { } whole } && !IsSource(part)) return this.About(whole, this.Peek(whole), Danger.Amount);
        // A count that is held against a constant ends a recursion.
        return this.About(operation, value, Danger.Amount | Lengths.Cleared(bound.Constant) | (bound.Constant is null ? Danger.None : Danger.Depth));
    }

    /// <summary>The facts that a check of an expression gives: of its place, and of what it is a part or a view of.</summary>
    private ImmutableArray<Fact> About(IOperation operation, Value value, Danger cleared)
    {
        // A kind, a truth or a key can do nothing that a check could take away.
        var facts = ImmutableArray.CreateBuilder<Fact>();
        if (TypeDanger.Of(operation.Type) != Danger.None && this.KeyOf(operation) is { } key) facts.Add(new(key, cleared));
        var of = value.Of;
        for (var i = 0; i < 3 && of is { } origin; i++)
        {
            cleared = origin.Part switch
            {
                "same" => cleared,
                "Scheme" => cleared & Danger.Program,
                "Host" or "IdnHost" or "DnsSafeHost" or "Authority" => cleared & Danger.Host,
                "relative" or "FullName" => cleared & Danger.Path,
                "Length" or "Count" => (cleared & LengthOnly) | Danger.Depth | Danger.Volume,
                _ => Danger.None,
            };
            if (cleared != Danger.None) facts.Add(new(origin.Key, cleared));
            of = (this.state[origin.Key] ?? Value.None).Of;
        }

        return facts.ToImmutable();
    }

    private Facts PatternFacts(IPatternOperation pattern, Value value, Key? key)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: (char or byte) and var one } }: return OfCharacter(key, BinaryOperatorKind.Equals, one, Danger.All);
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: (char or byte) and var bound } } relation: return OfCharacter(key, relation.OperatorKind, bound, Danger.None);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: not null } }: return this.Known(value, key, Danger.All);
            case INegatedPatternOperation negated: return this.PatternFacts(negated.Pattern, value, key).Not;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or: return Facts.And(this.PatternFacts(or.LeftPattern, value, key).Not, this.PatternFacts(or.RightPattern, value, key).Not).Not;
            case IBinaryPatternOperation and: return Facts.And(this.PatternFacts(and.LeftPattern, value, key), this.PatternFacts(and.RightPattern, value, key));
            case IRelationalPatternOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } below: return this.Known(value, key, Danger.Amount | Danger.Depth | Lengths.Cleared(below.Value.ConstantValue.Value));
            case IRelationalPatternOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, Value.ConstantValue: { HasValue: true, Value: not (0 or 1 or 0L or 1L) and var most } }: return new([], this.Known(value, key, Danger.Amount | Danger.Depth | Lengths.Cleared(most)).WhenTrue);
            case IRecursivePatternOperation recursive:
                var all = Facts.None;
                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is not IPropertyReferenceOperation { Property.Name: { } name }) continue;
                    Key? member = value.Flows.Length == 1 && property.Member is IPropertyReferenceOperation { Property: { } part } && IsSource(part) ? new(value.Flows[0].Atom, name) : null;
                    var inner = key is { } owner ? Value.None.PartOf(owner, name) : Value.None;
                    var facts = this.PatternFacts(property.Pattern, inner, member);
                    all = new(all.WhenTrue!.Value.AddRange(facts.WhenTrue ?? []), []);
                }

                return all;
            default: return Facts.None;
        }
    }

    private Facts Known(Value value, Key? key, Danger cleared)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        if (key is { } place) facts.Add(new(place, cleared));
        if (value.Of is { } of)
        {
            var part = of.Part is "Host" or "IdnHost" or "DnsSafeHost" or "Authority" ? Danger.Host & cleared : of.Part is "Scheme" ? Danger.Program & cleared : of.Part is "same" ? cleared : of.Part is "Length" or "Count" ? (cleared & LengthOnly) | Danger.Depth | Danger.Volume : Danger.None;
            if (part != Danger.None) facts.Add(new(of.Key, part));
            if (part != Danger.None && (this.state[of.Key] ?? Value.None).Of is { Part: "same" } origin) facts.Add(new(origin.Key, part));
        }

        return new(facts.ToImmutable(), []);
    }

    private Facts CheckFacts(IMethodSymbol method, MemberModel model, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var facts = Facts.None;
        if (method.Name is "IndexOfAny" or "IndexOf" or "IndexOfAnyExcept" && method.ReturnType.SpecialType == SpecialType.System_Int32) return this.Holds(facts, method, receiver, instance, arguments, operations);
        if (method.ReturnType.SpecialType != SpecialType.System_Boolean && model.Checks.IsEmpty) return Facts.None;
        if (!model.Checks.IsEmpty)
        {
            var call = this.SiteOf(method, receiver, arguments);
            foreach (var check in model.Checks.Where(check => check.When is not { } when || when(call)))
            {
                var operation = check.Subject == "this" ? instance : method.Parameters.FirstOrDefault(parameter => parameter.Name == check.Subject) is { } parameter && parameter.Ordinal < operations.Length ? operations[parameter.Ordinal] : null;
                if (operation is null) continue;
                var about = this.About(operation, call[check.Subject], check.Of(call));
                facts = Facts.And(facts, check.Outcome ? new(about, []) : new([], about)) is var and ? new(and.WhenTrue, check.Outcome ? facts.WhenFalse : (facts.WhenFalse ?? []).AddRange(about)) : facts;
            }
        }

        if (method is { Name: "Equals" or "StartsWith" or "EndsWith", ContainingType.SpecialType: SpecialType.System_String } && !operations.IsEmpty)
        {
            this.CheckCompared(instance ?? operations[0], method.IsStatic ? arguments[1] : arguments[0], (instance ?? operations[0]).Syntax);
            this.CheckCompared(method.IsStatic && operations.Length > 1 ? operations[1] : operations[0], method.IsStatic ? arguments[0] : receiver, operations[0].Syntax);
        }

        if (this.CharacterFacts(method, instance, arguments, operations) is { } characters) facts = new(facts.WhenTrue?.AddRange(characters.WhenTrue ?? []), facts.WhenFalse?.AddRange(characters.WhenFalse ?? []));
        return method.ReturnType.SpecialType != SpecialType.System_Boolean ? facts : LibraryChecks.Of(method) switch
        {
            LibraryCheck.Membership => this.Add(facts, this.Membership(method, receiver, instance, arguments, operations), true),
            LibraryCheck.Parsed => this.Add(facts, this.Parsed(method, arguments, operations), true),
            LibraryCheck.Equality => this.Add(facts, this.Equality(method, receiver, instance, arguments, operations), true),
            LibraryCheck.StartsWith => this.StartsWith(facts, method, receiver, instance, arguments),
            LibraryCheck.EndsWith => this.EndsWith(facts, receiver, instance, arguments, operations),
            LibraryCheck.Holds => this.Holds(facts, method, receiver, instance, arguments, operations),
            LibraryCheck.EachOf => this.EachOf(facts, method, receiver, instance, arguments, operations),
            _ => facts,
        };
    }

    private Facts Add(Facts facts, ImmutableArray<Fact> more, bool outcome) => outcome ? new(facts.WhenTrue?.AddRange(more), facts.WhenFalse) : new(facts.WhenTrue, facts.WhenFalse?.AddRange(more));
}

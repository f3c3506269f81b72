using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Backtracking;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Taint;

/// <summary>What tests of single characters say: a rewriting of a text character by character is judged by what is left on each of its ways.</summary>
internal sealed partial class BodyFlow
{
    private static readonly CodePointSet Controls = CodePointSet.Of(0, 0x1F, 0x7F, 0x9F);
    private static readonly CodePointSet AsciiLettersAndDigits = CodePointSet.Of('0', '9', 'A', 'Z', 'a', 'z');
    private static readonly Lazy<CodePointSet> LettersAndDigits = new(() => CharacterSets.Word.Without(CodePointSet.Of('_', '_')));

    private Facts OfCharacter(IBinaryOperation binary, BinaryOperatorKind kind, Value left, Value right)
    {
        if (IsCharacter(binary.LeftOperand) && right.Constant is char or byte or int) return OfCharacter(this.KeyOf(binary.LeftOperand), kind, right.Constant, Danger.None);
        if (IsCharacter(binary.RightOperand) && left.Constant is char or byte or int) return OfCharacter(this.KeyOf(binary.RightOperand), Mirrored(kind), left.Constant, Danger.None);
        return Facts.None;
    }

    private static bool IsCharacter(IOperation operation) =>
        (operation is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : operation).Type?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    private static Facts OfCharacter(Key? key, BinaryOperatorKind kind, object? constant, Danger same)
    {
        if (key is not { } place) return Facts.None;
        var c = Convert.ToInt32(constant, CultureInfo.InvariantCulture);
        if (c is < 0 or > char.MaxValue) return Facts.None;
        var set = kind switch
        {
            BinaryOperatorKind.Equals => CodePointSet.Of(c, c),
            BinaryOperatorKind.LessThan => c == 0 ? CharacterSets.Nothing : CodePointSet.Of(0, c - 1),
            BinaryOperatorKind.LessThanOrEqual => CodePointSet.Of(0, c),
            BinaryOperatorKind.GreaterThan => CodePointSet.Of(c + 1, CodePointSet.Last),
            _ => CodePointSet.Of(c, CodePointSet.Last),
        };
        return Within(place, set, same);
    }

    private static Facts Within(Key place, CodePointSet set, Danger cleared) =>
        new([new Fact(place, cleared, Allowed: set)], [new Fact(place, Danger.None, Allowed: set.Complement())]);

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    /// <summary><c>char.IsControl(c)</c> and its like, and a text that does not contain a character; null for all else.</summary>
    private Facts? CharacterFacts(IMethodSymbol method, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        if (method is { Name: "Contains", ContainingType.SpecialType: SpecialType.System_String } && instance is not null && Character(arguments[0]) is { } sought && this.KeyOf(instance) is { } text)
            return new([], [new Fact(text, Danger.None, Allowed: CodePointSet.Of(sought, sought).Complement())]);
        var isTest = method is { IsStatic: true, Parameters.Length: 1, ContainingType.SpecialType: SpecialType.System_Char } || method is { IsStatic: true, Parameters.Length: 1 } && method.ContainingType.Is("System.Text.Rune");
        return isTest && operations.Length == 1 && Tested(method.Name) is { } set && this.KeyOf(operations[0]) is { } key ? Within(key, set, Danger.None) is var facts && IsExact(method.Name) ? facts : new(facts.WhenTrue, []) : null;
    }

    /// <summary>Whether not being one of these is being none of the set.</summary>
    private static bool IsExact(string name) => name is "IsControl" or "IsLetterOrDigit" or "IsAsciiLetterOrDigit" or "IsWhiteSpace";

    private static char? Character(Value value) => value.Constant switch { char c => c, string { Length: 1 } text => text[0], _ => null };

    private static CodePointSet? Tested(string name) => name switch
    {
        "IsControl" => Controls,
        "IsLetterOrDigit" or "IsLetter" or "IsDigit" or "IsUpper" or "IsLower" => LettersAndDigits.Value,
        "IsAsciiLetterOrDigit" or "IsAsciiLetter" or "IsAsciiDigit" or "IsAsciiLetterUpper" or "IsAsciiLetterLower" or "IsAsciiHexDigit" or "IsAsciiHexDigitLower" or "IsAsciiHexDigitUpper" => AsciiLettersAndDigits,
        "IsWhiteSpace" => CharacterSets.Space,
        _ => null,
    };
}

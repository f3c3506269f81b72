using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a text can no longer do when a test answers the same for each of its characters: the test is tried on every character of ASCII.</summary>
internal static class CharacterTests
{
    private const char Ascii = (char)128;

    /// <param name="test">The function that is asked.</param>
    /// <param name="subject">What is tested; only of a text the elements are characters.</param>
    /// <param name="outcome">What it answered for each.</param>
    public static Danger Cleared(Body test, ITypeSymbol? subject, bool outcome) =>
        subject?.SpecialType == SpecialType.System_String && test.Parameters.Length > 0 ? Cleared(test.Operation ?? test.Graph.OriginalOperation, test.Parameters[0], outcome) : Danger.None;

    /// <param name="test">A truth about a character.</param>
    /// <param name="character">The variable that holds the character.</param>
    /// <param name="outcome">What the truth was for each.</param>
    public static Danger Cleared(IOperation test, ISymbol character, bool outcome)
    {
        var alphabet = new Alphabet();
        for (var c = '\0'; c < Ascii; c++)
            if (new CharacterTest(character.Name, c).Holds(test) != !outcome) alphabet.Add(c);
        return alphabet.Cleared;
    }

    /// <summary>What follows of a text when a function of <c>char</c> answered this for each character.</summary>
    public static Danger Cleared(IMethodSymbol test, bool outcome)
    {
        if (test.ContainingType.SpecialType != SpecialType.System_Char) return Danger.None;
        var alphabet = new Alphabet();
        for (var c = '\0'; c < Ascii; c++)
            if (CharacterTest.Of(test.Name, c) != !outcome) alphabet.Add(c);
        return alphabet.Cleared;
    }
}

/// <summary>A test as it answers for one character; null where that is not known.</summary>
internal readonly struct CharacterTest(string name, char character)
{
    public static bool? Of(string function, char c)
    {
        bool digit = c is >= '0' and <= '9', lower = c is >= 'a' and <= 'z', upper = c is >= 'A' and <= 'Z';
        return function switch
        {
            "IsLetterOrDigit" or "IsAsciiLetterOrDigit" => digit || lower || upper,
            "IsLetter" or "IsAsciiLetter" => lower || upper,
            "IsDigit" or "IsAsciiDigit" or "IsNumber" => digit,
            "IsLower" or "IsAsciiLetterLower" => lower,
            "IsUpper" or "IsAsciiLetterUpper" => upper,
            "IsAsciiHexDigit" => digit || c is >= 'a' and <= 'f' or >= 'A' and <= 'F',
            "IsAsciiHexDigitLower" => digit || c is >= 'a' and <= 'f',
            "IsAsciiHexDigitUpper" => digit || c is >= 'A' and <= 'F',
            "IsControl" => char.IsControl(c),
            "IsWhiteSpace" => char.IsWhiteSpace(c),
            "IsPunctuation" => char.IsPunctuation(c),
            "IsSymbol" => char.IsSymbol(c),
            "IsSeparator" => char.IsSeparator(c),
            _ => null,
        };
    }

    public bool? Holds(IOperation? test)
    {
        switch (test)
        {
            case IAnonymousFunctionOperation lambda: return this.Holds(lambda.Body);
            case ILocalFunctionOperation local: return this.Holds(local.Body);
            case IMethodBodyOperation method: return this.Holds(method.BlockBody ?? method.ExpressionBody);
            case IBlockOperation { Operations.Length: 1 } block: return this.Holds(block.Operations[0]);
            case IReturnOperation answer: return this.Holds(answer.ReturnedValue);
            case IConversionOperation conversion: return this.Holds(conversion.Operand);
            case IParenthesizedOperation inner: return this.Holds(inner.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not: return !this.Holds(not.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and: return this.Holds(and.LeftOperand) & this.Holds(and.RightOperand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or: return this.Holds(or.LeftOperand) | this.Holds(or.RightOperand);
            case IBinaryOperation comparison: return this.Compare(comparison.OperatorKind, this.Number(comparison.LeftOperand), this.Number(comparison.RightOperand));
            case IIsPatternOperation pattern: return this.Matches(pattern.Pattern, this.Number(pattern.Value));
            case IInvocationOperation call: return this.Called(call);
            default: return null;
        }
    }

    private bool? Called(IInvocationOperation call)
    {
        var arguments = call.Arguments;
        if (call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Char)
        {
            if (call.TargetMethod.Name == "IsBetween" && arguments.Length == 3)
                return this.Compare(BinaryOperatorKind.GreaterThanOrEqual, this.Number(arguments[0].Value), this.Number(arguments[1].Value)) & this.Compare(BinaryOperatorKind.LessThanOrEqual, this.Number(arguments[0].Value), this.Number(arguments[2].Value));
            return arguments.Length == 1 && this.Number(arguments[0].Value) is { } value ? Of(call.TargetMethod.Name, (char)value) : null;
        }

        var isText = call is { TargetMethod.Name: "Contains", Instance.ConstantValue: { HasValue: true, Value: string } };
        return isText && this.Number(arguments[0].Value) is { } sought ? ((string)call.Instance!.ConstantValue.Value!).Contains((char)sought) : null;
    }

    private int? Number(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: char c } } => c,
        { ConstantValue: { HasValue: true, Value: int number } } => number,
        IConversionOperation conversion => this.Number(conversion.Operand),
        IParameterReferenceOperation parameter when parameter.Parameter.Name == name => character,
        ILocalReferenceOperation local when local.Local.Name == name => character,
        IInvocationOperation { TargetMethod: { Name: "ToLowerInvariant" or "ToLower", ContainingType.SpecialType: SpecialType.System_Char } } call => this.Number(call.Arguments[0].Value) is { } c ? char.ToLowerInvariant((char)c) : null,
        _ => null,
    };

    private bool? Compare(BinaryOperatorKind kind, int? left, int? right) => kind switch
    {
        BinaryOperatorKind.Equals => left is null || right is null ? null : left == right,
        BinaryOperatorKind.NotEquals => left is null || right is null ? null : left != right,
        BinaryOperatorKind.LessThan => left is null || right is null ? null : left < right,
        BinaryOperatorKind.LessThanOrEqual => left is null || right is null ? null : left <= right,
        BinaryOperatorKind.GreaterThan => left is null || right is null ? null : left > right,
        BinaryOperatorKind.GreaterThanOrEqual => left is null || right is null ? null : left >= right,
        _ => null,
    };

    private bool? Matches(IPatternOperation pattern, int? value) => pattern switch
    {
        IConstantPatternOperation constant => this.Compare(BinaryOperatorKind.Equals, value, this.Number(constant.Value)),
        IRelationalPatternOperation relation => this.Compare(relation.OperatorKind, value, this.Number(relation.Value)),
        INegatedPatternOperation not => !this.Matches(not.Pattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => this.Matches(or.LeftPattern, value) | this.Matches(or.RightPattern, value),
        IBinaryPatternOperation and => this.Matches(and.LeftPattern, value) & this.Matches(and.RightPattern, value),
        _ => null,
    };
}

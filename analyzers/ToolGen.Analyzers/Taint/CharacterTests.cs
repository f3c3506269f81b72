using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a text can no longer do when a test holds of each of its characters.</summary>
internal static class CharacterTests
{
    public static Danger Cleared(Body test, ITypeSymbol? subject)
    {
        if (subject?.SpecialType != SpecialType.System_String) return Danger.None;
        var letters = false;
        var alphabet = new Alphabet();
        foreach (var block in test.Graph.Blocks)
            foreach (var operation in block.Operations.Concat(block.BranchValue is { } value ? new[] { value } : []).SelectMany(one => one.DescendantsAndSelf()))
            {
                switch (operation)
                {
                    case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_Char, Name: "IsLetterOrDigit" or "IsAsciiLetterOrDigit" or "IsDigit" or "IsAsciiDigit" or "IsLetter" or "IsAsciiLetter" or "IsAsciiLetterLower" or "IsAsciiLetterUpper" or "IsAsciiHexDigit" or "IsAsciiHexDigitLower" or "IsUpper" or "IsLower" } }:
                        letters = true;
                        break;
                    case IInvocationOperation call when call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean: return Danger.None;
                    case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }: return Danger.None;
                    case ILiteralOperation { ConstantValue.Value: char c }: alphabet.Add(c); break;
                    case ILiteralOperation { ConstantValue.Value: string }: return Danger.None;
                }
            }

        return letters ? alphabet.Cleared : Danger.None;
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace ToolGen.Forge.Inspection;

/// <summary>The compiler's own methods over inline arrays, by which it makes spans of lists: they look at no length, so every call must give the right one.</summary>
internal static partial class CompilerHelpers
{
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "InlineArrayAsReadOnlySpan: ldarg.0 call System.Runtime.CompilerServices.Unsafe.AsRef<!!0> call System.Runtime.CompilerServices.Unsafe.As<!!0,!!1> ldarg.1 call System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan<!!1> ret",
        "InlineArrayAsSpan: ldarg.0 call System.Runtime.CompilerServices.Unsafe.As<!!0,!!1> ldarg.1 call System.Runtime.InteropServices.MemoryMarshal.CreateSpan<!!1> ret",
        "InlineArrayElementRef: ldarg.0 call System.Runtime.CompilerServices.Unsafe.As<!!0,!!1> ldarg.1 call System.Runtime.CompilerServices.Unsafe.Add<!!1> ret",
        "InlineArrayElementRefReadOnly: ldarg.0 call System.Runtime.CompilerServices.Unsafe.AsRef<!!0> call System.Runtime.CompilerServices.Unsafe.As<!!0,!!1> ldarg.1 call System.Runtime.CompilerServices.Unsafe.Add<!!1> ret",
        "InlineArrayFirstElementRef: ldarg.0 call System.Runtime.CompilerServices.Unsafe.As<!!0,!!1> ret",
        "InlineArrayFirstElementRefReadOnly: ldarg.0 call System.Runtime.CompilerServices.Unsafe.AsRef<!!0> call System.Runtime.CompilerServices.Unsafe.As<!!0,!!1> ret",
    };

    public static bool IsHelper(TokenUse used) => used is { Type: ConstantData.Holder, IsOwn: true } && IsHelper(used.Name);

    /// <summary>Whether a method beside the constants is one of them, by its name.</summary>
    public static bool IsHelper(string method) => method.StartsWith("InlineArray", StringComparison.Ordinal);

    /// <summary>Whether a call of a helper stays inside the array that its type arguments name.</summary>
    /// <param name="used">The helper.</param>
    /// <param name="constant">The length or index that is given.</param>
    public static bool IsRightCall(TokenUse used, int? constant)
    {
        if (used.Arguments.Length != 2 || Buffer().Match(used.Arguments[0]) is not { Success: true } buffer || buffer.Groups["item"].Value != used.Arguments[1]) return false;
        var length = int.Parse(buffer.Groups["length"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return used.Name switch
        {
            "InlineArrayFirstElementRef" or "InlineArrayFirstElementRefReadOnly" => true,
            "InlineArrayElementRef" or "InlineArrayElementRefReadOnly" => constant >= 0 && constant < length,
            "InlineArrayAsSpan" or "InlineArrayAsReadOnlySpan" => constant >= 0 && constant <= length,
            _ => false,
        };
    }

    /// <summary>The length in the name of a type that the compiler declares as an inline array; null for another name.</summary>
    public static int? Length(string type) =>
        Declared().Match(type) is { Success: true } match ? int.Parse(match.Groups["length"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Holds a method beside the constants to what the compiler writes there.</summary>
    public static void Check(PEReader pe, MetadataReader metadata, MethodDefinition method, TokenRules tokens)
    {
        var name = metadata.GetString(method.Name);
        var code = string.Join(' ', Instruction.Decode(pe.GetMethodBody(method.RelativeVirtualAddress).GetILReader()).Select(instruction => Text(instruction, tokens)));
        if (!Bodies.Contains($"{name}: {code}")) throw RefusedException.Code($"code of the compiler's that it did not write: {code}");
    }

    private static string Text(Instruction instruction, TokenRules tokens) =>
        instruction.Code.OperandType is OperandType.InlineMethod ? $"{instruction.Code} {tokens.Member(MetadataTokens.EntityHandle(instruction.Operand))}"
        : instruction.Code.OperandType is OperandType.InlineType ? $"{instruction.Code} {tokens.Type(MetadataTokens.EntityHandle(instruction.Operand))}" : $"{instruction.Code}";

    [GeneratedRegex(@"^(System\.Runtime\.CompilerServices\.InlineArray|<>y__InlineArray)(?<length>[1-9]\d{0,5})`1<(?<item>.*)>\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Buffer();

    [GeneratedRegex(@"^<>y__InlineArray(?<length>[1-9]\d{0,5})`1\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();
}

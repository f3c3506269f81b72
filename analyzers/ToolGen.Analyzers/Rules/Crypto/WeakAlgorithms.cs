using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>Algorithms that are broken or too small, by type and by the names that factories take.</summary>
internal static class WeakAlgorithms
{
    private static readonly string[] Hashes = ["MD5", "SHA1", "RIPEMD160", "HMACMD5", "HMACSHA1", "HMACRIPEMD160", "MACTripleDES"];
    private static readonly string[] Ciphers = ["DES", "TripleDES", "RC2"];

    public static string? HashOf(ITypeSymbol? type) => Of(type, Hashes);

    public static string? CipherOf(ITypeSymbol? type) => Of(type, Ciphers);

    public static string? HashNamed(string name) => Named(name, Hashes) ?? (name.Equals("SHA", StringComparison.OrdinalIgnoreCase) || name.Equals("SHA-1", StringComparison.OrdinalIgnoreCase) ? "SHA1" : null);

    public static string? CipherNamed(string name) => Named(name, Ciphers) ?? (name.Equals("3DES", StringComparison.OrdinalIgnoreCase) || name.Equals("Triple DES", StringComparison.OrdinalIgnoreCase) ? "TripleDES" : null);

    /// <summary>The name that a factory of algorithms is given.</summary>
    public static string? FactoryName(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Create" or "CreateFromName", IsStatic: true, ContainingType: { } type }, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..] } when type.IsIn(TypeNames.Cryptography) => name,
        IObjectCreationOperation { Type: { } type, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }] } when type.Is(TypeNames.Cryptography + ".HashAlgorithmName") => name,
        _ => null,
    };

    /// <summary>Whether a hash is made by a name that the program learns while it runs.</summary>
    public static bool IsChosen(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Create" or "CreateFromName", IsStatic: true, ContainingType: { Name: "HashAlgorithm" or "CryptoConfig" or "KeyedHashAlgorithm" or "HMAC" or "SymmetricAlgorithm" } type }, Arguments: [var name, ..] } => type.IsIn(TypeNames.Cryptography) && IsUnknown(name),
        IObjectCreationOperation { Type: { } type, Arguments: [var name] } => type.Is(TypeNames.Cryptography + ".HashAlgorithmName") && IsUnknown(name),
        _ => false,
    };

    private static bool IsUnknown(IArgumentOperation name) => name.Parameter?.Type.SpecialType == SpecialType.System_String && !Origins.Last(name.Value).ConstantValue.HasValue;

    private static string? Named(string name, string[] weak) =>
        weak.FirstOrDefault(one => name.Equals(one, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + one, StringComparison.OrdinalIgnoreCase) || name.StartsWith(TypeNames.Cryptography + "." + one, StringComparison.Ordinal));

    private static string? Of(ITypeSymbol? type, string[] weak) =>
        type.AndBases().FirstOrDefault(one => Array.IndexOf(weak, one.Name) >= 0 && one.IsIn(TypeNames.Cryptography))?.Name;
}

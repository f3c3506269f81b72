using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>What bytes are to a cryptographic method.</summary>
internal enum MaterialRole
{
    None,
    Key,
    Vector,
}

/// <summary>Roles by the names that parameters have in .NET and in the packages beside it.</summary>
internal static class MaterialRoles
{
    public static MaterialRole Of(IMethodSymbol method, string parameter) => parameter switch
    {
        "key" or "rgbKey" or "ikm" or "prk" or "masterKey" => MaterialRole.Key,
        "password" when method.ContainingType.Name is "Rfc2898DeriveBytes" or "KeyDerivation" or "PasswordDeriveBytes" => MaterialRole.Key,
        // What decrypts takes the vector that came with the text.
        "iv" or "rgbIV" or "nonce" when !method.Name.Contains("Decrypt") => MaterialRole.Vector,
        "salt" or "rgbSalt" when method.ContainingType.Name is not "HKDF" => MaterialRole.Vector,
        _ => MaterialRole.None,
    };

    public static bool IsCryptographic(ITypeSymbol? type) => type is not null && (
        type.IsIn(TypeNames.Cryptography) || type.IsIn("System.Security.Cryptography.Xml") || type.IsIn("Microsoft.AspNetCore.Cryptography.KeyDerivation") || type.IsIn("Microsoft.IdentityModel.Tokens")
        || IsOfBouncyCastle(type)
        || type.AndBases().Skip(1).Any(one => one.IsIn(TypeNames.Cryptography)));

    private static bool IsOfBouncyCastle(ITypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == "BouncyCastle") return true;
        return false;
    }

    public static bool IsKey(string name) => SecretName.IsStrong(name) || SecretName.Head(name) is [.., "key"];
}

using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>Whether a compared value is one that a caller must not learn: what a MAC computed, or what goes by the name of a secret where something is verified.</summary>
internal static class ComparedSecret
{
    /// <summary>What the value is, or null.</summary>
    public static string? Of(IOperation value, ISymbol within, bool asksCallers = true)
    {
        if (asksCallers && Origins.Plain(value) is IParameterReferenceOperation { Parameter: var parameter } && Callers.Arguments(parameter, value).Any(given => Of(given, within, asksCallers: false) is not null)) return parameter.Name;
        foreach (var one in Origins.Of(value))
        {
            if (one.DescendantsAndSelf().Any(IsOfMac)) return one.Syntax.ToString();
            if (NameOf(one) is { } name && (IsMac(name) || (IsSecret(name) && IsVerifying(within)))) return name;
        }

        return null;
    }

    private static bool IsOfMac(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } call =>
            method.Name is "HashData" or "ComputeHash" or "HashFinal" or "ComputeHashAsync" or "HashDataAsync" or "GetHashAndReset" or "GetCurrentHash" && (IsKeyed(method.ContainingType) || IsKeyed(call.Instance?.Type) || (call.Instance is { } of && Origins.Last(of) is IInvocationOperation { TargetMethod.Name: "CreateHMAC" }))
            || method.Name == "Pbkdf2" || (method.Name == "GetBytes" && method.ContainingType.Is(TypeNames.Cryptography + ".Rfc2898DeriveBytes")),
        IPropertyReferenceOperation { Property.Name: "Hash", Instance: { } instance } => IsKeyed(instance.Type),
        _ => false,
    };

    private static bool IsKeyed(ITypeSymbol? type) => type.IsOrDerives(TypeNames.Cryptography + ".KeyedHashAlgorithm") || (type is { Name: "Kmac128" or "Kmac256" or "KmacXof128" or "KmacXof256" } && type.IsIn(TypeNames.Cryptography));

    private static string? NameOf(IOperation value) => value switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } when ((IMemberReferenceOperation)value).Member is { Name: not ("Length" or "Value") } member => member.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] } => key,
        IInvocationOperation call when call.TargetMethod.ReturnType.IsTextOrBytes() && call.TargetMethod.ContainingAssembly?.Name.StartsWith("System", System.StringComparison.Ordinal) != true => call.TargetMethod.Name,
        IInvocationOperation { TargetMethod.Name: "Trim" or "ToLowerInvariant" or "ToLower" or "ToUpperInvariant" or "ToUpper" or "Replace" or "AsSpan" or "ToArray" or "GetBytes" or "FromHexString" or "FromBase64String" or "ToHexString" or "ToBase64String" or "Substring" } passed =>
            passed.Instance is { } instance && instance.Type.IsTextOrBytes() ? NameOf(Origins.Plain(instance)) : passed.Arguments.Length > 0 ? NameOf(Origins.Plain(passed.Arguments[0].Value)) : null,
        _ => null,
    };

    private static bool IsMac(string name) => SecretName.Head(name) is [.., "mac" or "hmac"] || (NameWords.Of(name) is [.., "signature" or "sig"] and [_, ..] words && words.Count > 1);

    private static bool IsSecret(string name) =>
        SecretName.IsStrong(name) || SecretName.Head(name) is [.., "token" or "signature" or "sig" or "otp" or "pin" or "digest" or "tag" or "jwt"] or [.., "password" or "pwd" or "token" or "secret" or "pin", "hash"] or [.., "reset" or "verification" or "security" or "recovery" or "access" or "login", "code"];

    private static bool IsVerifying(ISymbol within)
    {
        for (ISymbol? around = within; around is not (null or INamespaceSymbol); around = around.ContainingSymbol)
            if (NameWords.Of(around.Name).Any(word => (around is IMethodSymbol || word is not ("auth" or "trusted" or "allowed")) && word is ("verify" or "verifies" or "verified" or "verifier" or "validate" or "validator" or "valid" or "auth" or "authenticate" or "authorize" or "authorized" or "check" or "login" or "accept" or "accepts" or "allowed" or "trusted" or "webhook" or "webhooks" or "matches" or "match" or "genuine" or "guard" or "redeem" or "unlock" or "confirm"))) return true;
        return false;
    }
}

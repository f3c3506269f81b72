using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>What a value that is made up is for, by the names of what it goes to and of what it stands in.</summary>
internal static class SecretPurpose
{
    private static readonly HashSet<string> Made = ["password", "passwords", "passwd", "pwd", "passphrase", "passcode", "token", "tokens", "secret", "secrets", "nonce", "salt", "otp", "totp", "pin", "csrf", "xsrf", "captcha", "credential", "credentials", "apikey", "iv", "crypto", "cipher", "encrypt", "encryption", "voucher", "coupon", "invite", "invitation", "challenge", "signature", "mnemonic", "lottery", "raffle", "pepper"];

    private static readonly HashSet<string> KeyOf = ["api", "access", "secret", "private", "encryption", "session", "license", "licence", "signing", "master", "aes", "hmac", "share", "security", "auth", "activation", "product", "recovery", "cipher", "symmetric", "webhook", "new", "generate", "create", "make", "random"];

    private static readonly HashSet<string> CodeOf = ["verification", "verify", "reset", "invite", "invitation", "confirmation", "confirm", "access", "recovery", "backup", "activation", "security", "login", "auth", "authentication", "coupon", "voucher", "gift", "pairing", "device", "one", "time", "otp", "sms", "mfa", "pass", "unlock", "referral", "redeem", "redemption", "promo", "discount", "share", "pickup", "door", "secret", "join", "room", "factor"];

    private static readonly HashSet<string> Harmless = ["delay", "jitter", "backoff", "wait", "sleep", "index", "offset", "timeout", "sample", "retry", "expiry", "expires", "expiration", "lifetime", "count", "length", "age", "duration", "elapsed", "issued", "ttl", "until", "start", "started", "now", "deadline", "position", "temperature"];

    /// <summary>Whether the nearest thing that says what a value is for speaks of a secret.</summary>
    public static bool Is(IOperation made, ISymbol within, bool asksSurroundings)
    {
        foreach (var name in Destinations(made))
        {
            if (NameWords.Of(name).Any(Harmless.Contains)) return false;
            if (Speaks(name)) return true;
        }

        if (!asksSurroundings) return false;
        var names = new List<string>();
        for (ISymbol? around = within; around is not (null or INamespaceSymbol); around = around.ContainingSymbol) names.Insert(0, around.Name);
        return names.Any(Speaks) || Speaks(string.Join("_", names)) || Callers.Of(within, made).Any(call => AtCall(call));
    }

    // What a helper is for, its callers say: by what takes its answer, or by their own name.
    private static bool AtCall(IInvocationOperation call)
    {
        var taken = Destinations(call).ToArray();
        return taken.Any(Speaks) || call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is { } caller && Speaks(caller.Name);
    }

    /// <summary>Whether a name speaks of something that must not be guessed.</summary>
    public static bool Speaks(string name)
    {
        var words = NameWords.Of(name);
        for (var i = 0; i < words.Count; i++)
        {
            if (Made.Contains(words[i])) return true;
            if (words[i] is "key" or "keys" && i > 0 && KeyOf.Contains(words[i - 1])) return true;
            if (words[i] is "code" or "codes" && i > 0 && CodeOf.Contains(words[i - 1])) return true;
            if (words[i] is "id" or "ids" or "identifier" && words.Take(i).Any(word => word is "session" or "sessions" or "link" or "links" or "share" or "shares")) return true;
            if (words[i] is "link" && i > 0 && words[i - 1] is "share" or "download" or "reset" or "magic") return true;
        }

        return false;
    }

    // Nearest first: the parameter it is an argument of, the local, field or property that takes it, the function that returns it.
    private static IEnumerable<string> Destinations(IOperation made)
    {
        for (var at = made; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parameter: { } parameter } argument:
                    if (argument.Parent is IInvocationOperation { TargetMethod: { Name: "Delay" or "FromMilliseconds" or "FromSeconds" or "Sleep" } waits })
                        yield return waits.Name == "Sleep" ? "sleep" : "delay";
                    else if (!parameter.ContainingAssembly.Name.StartsWith("System", StringComparison.Ordinal))
                        yield return parameter.Name;
                    break;
                case IVariableDeclaratorOperation local:
                    yield return local.Symbol.Name;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclarationOperation } or ICoalesceOperation:
                    break;
                case IFieldInitializerOperation field:
                    foreach (var one in field.InitializedFields) yield return one.Name;
                    break;
                case IPropertyInitializerOperation property:
                    foreach (var one in property.InitializedProperties) yield return one.Name;
                    break;
                case IAssignmentOperation assignment when assignment.Value == at:
                    if (NameOf(assignment.Target) is { } target) yield return target;
                    break;
                case IAnonymousFunctionOperation or IBlockOperation { Parent: null }:
                    yield break;
                case ILocalFunctionOperation function:
                    yield return function.Symbol.Name;
                    break;
            }
        }
    }

    public static string? NameOf(IOperation target) => Origins.Plain(target) switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IArrayElementReferenceOperation element => NameOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } => NameOf(indexed),
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };
}

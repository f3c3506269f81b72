using System;
using System.Linq;

namespace ToolGen.Analyzers.Rules;

/// <summary>Names that say of a value that it is a secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Parts =
    [
        "password", "passwd", "pwd", "passphrase", "secret", "apikey", "accesskey", "privatekey", "signingkey", "encryptionkey", "subscriptionkey", "accountkey", "sharedkey", "masterkey", "token", "credential",
        "connectionstring", "connstr", "sastoken", "clientsecret", "bearer", "dsn", "databaseurl", "webhook", "cookie", "cardnumber", "iban", "ssn", "cvv",
    ];

    private static readonly string[] Otherwise = ["cancellation", "pagetoken", "nexttoken", "continuationtoken", "tokens", "tokenizer", "tokencount", "tokenlimit", "publickey", "tokenurl", "tokenendpoint", "passwordlength", "secretname", "keyname", "keyid"];

    /// <summary>True for such as <c>GITHUB_TOKEN</c>, <c>Stripe:ApiKey</c> and <c>_password</c>.</summary>
    public static bool Tell(string name)
    {
        var plain = new string([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return !Otherwise.Any(other => plain.Contains(other)) && (TellWithin(name) || name.EndsWith("_KEY", StringComparison.OrdinalIgnoreCase) || name.EndsWith(":Key", StringComparison.OrdinalIgnoreCase) || plain is "key" or "keys" || name.EndsWith("ApiKey", StringComparison.Ordinal));
    }

    /// <summary>The same of a longer text, where a mere <c>key</c> says nothing.</summary>
    public static bool TellWithin(string text)
    {
        var plain = new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return !Otherwise.Any(other => plain.Contains(other)) && Parts.Any(plain.Contains);
    }

    /// <summary>Headers and fields whose purpose is to carry a secret to the service that asks for it.</summary>
    public static bool Carries(string? header)
    {
        if (header is null) return false;
        var plain = new string([.. header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return plain.Contains("auth") || plain.Contains("key") || plain.Contains("token") || plain.Contains("secret") || plain.Contains("signature") || plain.Contains("cookie") || plain.Contains("credential");
    }
}

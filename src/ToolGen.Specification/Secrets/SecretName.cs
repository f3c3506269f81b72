using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Secrets;

/// <summary>Whether a name is that of a secret: what it names is its last word, so <c>dbPassword</c> is one, and <c>PasswordHeader</c> names a header.</summary>
public static class SecretName
{
    // What may follow the word without naming another thing.
    private static readonly HashSet<string> Trailing = ["value", "text", "string", "str", "bytes", "base", "b", "hex", "raw", "plain", "default", "fallback", "const", "literal", "material", "prod", "production", "dev", "staging", "live", "old", "new", "current", "previous", "primary", "secondary", "utf", "data"];

    private static readonly HashSet<string> Strong = ["password", "passwd", "pwd", "passphrase", "passcode", "secret", "secrets", "apikey", "apisecret", "accesskey", "secretkey", "privatekey", "authkey", "apitoken", "authtoken", "accesstoken", "credential", "credentials", "pat", "psk"];

    private static readonly HashSet<string> Weak = ["token", "bearer", "auth", "authorization", "jwt", "pass", "pw", "sas", "pin", "signature", "sig", "session", "sessionid", "sid", "cookie"];

    // What these keys, tokens and signatures are, anybody may know.
    private static readonly HashSet<string> OpenTo = ["public", "pinned", "primary", "foreign", "partition", "sort", "cache", "row", "lookup", "expected", "cancellation", "next", "continuation", "page", "resume", "sync", "change", "concurrency", "dictionary", "idempotency", "routing", "metadata", "registry", "tracking", "publishable", "site"];

    // With "key" behind them.
    private static readonly HashSet<string> KeyOf = ["api", "access", "secret", "private", "encryption", "signing", "sign", "master", "account", "shared", "subscription", "auth", "hmac", "license", "licence", "crypto", "cipher", "aes", "rsa", "des", "jwt", "webhook", "decryption", "symmetric", "mac"];

    // With "token" behind them: what comes out of an authority, and not out of a text.
    private static readonly HashSet<string> TokenOf = ["api", "access", "auth", "authentication", "bearer", "refresh", "bot", "session", "github", "gitlab", "slack", "service", "admin", "webhook", "deploy", "security", "id", "csrf", "sas", "hub", "reset", "personal", "identity", "azure", "telegram", "discord", "jwt", "secret", "upload", "ingest"];

    /// <summary>A name that nothing but a secret goes by: any text but a placeholder is one.</summary>
    public static bool IsStrong(string name)
    {
        var words = Head(name);
        if (words.Count == 0) return false;
        var last = words[words.Count - 1];
        var before = words.Count > 1 ? words[words.Count - 2] : "";
        return Strong.Contains(last) || (last is "key" or "keys" && KeyOf.Contains(before)) || (last == "token" && TokenOf.Contains(before));
    }

    /// <summary>A name that secrets and other things go by: what the text looks like decides.</summary>
    public static bool IsWeak(string name)
    {
        var words = Head(name);
        if (words.Count == 0 || words.Any(OpenTo.Contains)) return false;
        return Weak.Contains(words[words.Count - 1]) || words[words.Count - 1] is "key" or "keys" or "pepper";
    }

    /// <summary>Whether any word of a name speaks of secrets.</summary>
    public static bool Mentions(string name)
    {
        var words = NameWords.Of(name);
        return words.Any(word => Strong.Contains(word) || Weak.Contains(word))
            || words.Zip(words.Skip(1), (first, second) => second == "key" && KeyOf.Contains(first)).Any(one => one);
    }

    /// <summary>The words up to the one that says what is named.</summary>
    public static IReadOnlyList<string> Head(string name)
    {
        var words = NameWords.Of(name).ToList();
        while (words.Count > 1 && Trailing.Contains(words[words.Count - 1])) words.RemoveAt(words.Count - 1);
        return words;
    }
}

using System;
using System.Text;

namespace ToolGen.Checks;

/// <summary>Names whose values are not repeated in messages: those go to models and logs.</summary>
static class SecretNames
{
    private const string Mask = "\"***\"";

    private static readonly string[] Words = ["password", "passwd", "passphrase", "pwd", "secret", "apikey", "accesskey", "privatekey", "accesstoken", "authtoken", "refreshtoken", "bearertoken", "authorization", "credential", "credentials", "cvv", "cvc", "ssn"];

    /// <summary>What stands in place of such a value.</summary>
    public static string Masked => Mask;

    /// <summary>Whether a property is named for a secret, in any case and with any separators: <c>api_key</c>, <c>userPassword</c>, <c>token</c>.</summary>
    public static bool Contains(string name)
    {
        if (name.Length is 0 or > 64) return false;
        var letters = new StringBuilder(name.Length);
        foreach (var c in name)
            if (char.IsLetter(c)) letters.Append(char.ToLowerInvariant(c));
        var plain = letters.ToString();
        if (plain is "token" or "pin" or "auth") return true;
        foreach (var word in Words)
            if (plain.StartsWith(word, StringComparison.Ordinal) || plain.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

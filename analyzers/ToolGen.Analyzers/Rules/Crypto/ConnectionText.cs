using System;
using System.Linq;

namespace ToolGen.Analyzers.Rules.Crypto;

/// <summary>Connection strings (<c>key=value;…</c>) that give up encryption or the check of the server.</summary>
internal static class ConnectionText
{
    /// <summary>The part that does, or null.</summary>
    public static string? Unprotected(string text)
    {
        if (text.Length > 4096 || text.IndexOf('=') < 0 || text.IndexOf(';') < 0) return null;
        return text.Split(';').Select(part => part.Trim()).FirstOrDefault(IsUnprotected);
    }

    private static bool IsUnprotected(string part)
    {
        var at = part.IndexOf('=');
        if (at < 0) return false;
        var key = part.Substring(0, at).Replace(" ", "").ToLowerInvariant();
        var value = part.Substring(at + 1).Trim().ToLowerInvariant();
        return key switch
        {
            "trustservercertificate" => value is "true" or "yes",
            "encrypt" => value is "false" or "no" or "optional",
            "sslmode" => value is "disable" or "disabled" or "none" or "allow" or "prefer" or "preferred",
            _ => false,
        };
    }
}

using System;
using System.Linq;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>Literal text that looks like a key: by what services begin theirs with, or by the name it stands under.</summary>
internal static class SecretText
{
    private const int ShortestNamed = 8;
    private const int ShortestMarked = 16;

    private static readonly string[] Names = ["apikey", "xapikey", "accesstoken", "authtoken", "token", "secret", "clientsecret", "password", "passwd", "pwd", "subscriptionkey", "ocpapimsubscriptionkey", "xauthtoken"];
    private static readonly string[] Starts = ["Bearer ", "Basic ", "sk-", "sk_live_", "pk_live_", "rk_live_", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xapp-", "AKIA", "AIza", "ya29.", "eyJhbGciOi"];

    /// <summary>Whether a text under a name looks like a secret.</summary>
    public static bool Suspects(string name, string value)
    {
        if (value.Length >= ShortestMarked && Starts.Any(start => value.StartsWith(start, StringComparison.Ordinal))) return true;
        var plain = name.Replace("-", "").Replace("_", "").ToLowerInvariant();
        return value.Length >= ShortestNamed && value.IndexOf(' ') < 0 && Names.Contains(plain);
    }
}

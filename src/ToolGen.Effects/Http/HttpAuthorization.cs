using System;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Effects.Secrets;

namespace ToolGen.Effects.Http;

/// <summary>What a secret adds to one request.</summary>
/// <param name="Header">Null: nothing.</param>
/// <param name="Value">The header's value, or the query parameter's.</param>
/// <param name="Parameter">Null: nothing.</param>
internal readonly record struct HttpAuthorization(string? Header, string Value, string? Parameter)
{
    /// <summary>Looks the secret up and forms what is sent; null where it is optional and the host has none.</summary>
    /// <exception cref="ToolException"><c>denied</c>, <c>missing_secret</c>.</exception>
    public static HttpAuthorization? Of(ToolHttpAuth auth, HttpTarget target, ReadOnlyMemory<byte>? body, SecretStore secrets, CallScope scope)
    {
        if (auth.Scheme is "header" or "hmac") HttpHeaderRules.RequireName(auth.Carrier ?? "");
        if (secrets.ForOrigin(scope, auth.Secret, target.Origin, auth.Optional) is not { } secret) return null;
        switch (auth.Scheme)
        {
            case "bearer":
                return InHeader("Authorization", "Bearer " + secret);
            case "header":
                return InHeader(auth.Carrier!, secret);
            case "query" when auth.Carrier is { Length: > 0 } parameter:
                return new(null, secret, parameter);
            case "basic" when auth.Carrier is { } user && !user.Contains(':'):
                var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + secret));
                secrets.Redactor.Add(pair);
                return InHeader("Authorization", "Basic " + pair);
            case "hmac":
                return InHeader(auth.Carrier!, Signature(auth, body, secret));
            default:
                throw new ToolException(ToolErrorCodes.Denied, $"\"{CallScope.Shown(auth.Scheme)}\" with \"{CallScope.Shown(auth.Carrier ?? "")}\" authorises nothing: there are bearer, header, query, basic (whose user has no colon) and hmac");
        }
    }

    private static HttpAuthorization InHeader(string name, string value)
    {
        HttpHeaderRules.RequireValue(name, value);
        return new(name, value, null);
    }

    private static string Signature(ToolHttpAuth auth, ReadOnlyMemory<byte>? body, string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var text = auth.Over is { } over ? Encoding.UTF8.GetBytes(over) : (body ?? default).Span;
        return Convert.ToHexStringLower(auth.Algorithm switch
        {
            "sha256" or null => HMACSHA256.HashData(key, text),
            "sha384" => HMACSHA384.HashData(key, text),
            "sha512" => HMACSHA512.HashData(key, text),
            _ => throw new ToolException(ToolErrorCodes.Denied, $"\"{CallScope.Shown(auth.Algorithm)}\" signs nothing: there are sha256, sha384 and sha512"),
        });
    }
}

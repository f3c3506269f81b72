using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing.Replay.Http;

/// <summary>A request as a sample compares it: in parts, decoded, secrets as <c>***</c>.</summary>
internal sealed record SeenRequest
{
    /// <summary>What stands for a secret.</summary>
    public const string Masked = "***";

    public required string Method { get; init; }

    /// <summary>Scheme, host and port.</summary>
    public required string Origin { get; init; }

    /// <summary>Decoded segments.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Decoded, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>Text, base64 where it is no UTF-8; null: none.</summary>
    public string? Body { get; init; }

    /// <summary>The body where it is JSON.</summary>
    public JsonNode? Json { get; init; }

    /// <summary>The body where it is a form.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>The body where it is one of parts.</summary>
    public IReadOnlyList<SeenPart>? Parts { get; init; }

    /// <summary>The true value of a masked header, where the sample gave the secret: a signature may be expected as it is.</summary>
    public KeyValuePair<string, string>? Signature { get; init; }

    /// <param name="request">As the tool sends it.</param>
    /// <param name="url">Its URL.</param>
    /// <param name="secret">The secret's value; null: it is not sent, or not known.</param>
    /// <param name="isAuthorised">Whether the request's <see cref="ToolHttpRequest.Auth"/> is sent.</param>
    public static SeenRequest Of(ToolHttpRequest request, Uri url, string? secret, bool isAuthorised)
    {
        var headers = request.Headers.ToList();
        var query = UrlParts.Pairs(url.Query);
        var signature = default(KeyValuePair<string, string>?);
        if (request.ContentType is { } type) headers.Add(new("Content-Type", type));
        if (isAuthorised && request.Auth is { } auth)
        {
            if (auth.Scheme == "query") query = [.. query, new(auth.Carrier ?? "", Masked)];
            else headers.Add(auth.Scheme switch
            {
                "bearer" => new("Authorization", "Bearer " + Masked),
                "basic" => new("Authorization", "Basic " + Masked),
                _ => new(auth.Carrier ?? "", Masked),
            });
            if (auth.Scheme == "hmac" && secret is not null) signature = new(auth.Carrier ?? "", Signed(request, auth, secret));
        }

        var body = request.Body is { } bytes ? SeenPart.TextOf(bytes.Span) : null;
        return new()
        {
            Method = request.Method,
            Origin = UrlParts.Origin(url),
            Path = UrlParts.Segments(url),
            Query = query,
            Headers = headers,
            Body = body,
            Json = request.Body is { } json && IsOf(request, "json") ? JsonText.Parse(json) : null,
            Form = body is not null && IsOf(request, "x-www-form-urlencoded") ? UrlParts.Pairs("?" + body) : null,
            Parts = request.Body is { } parts && IsOf(request, "multipart/form-data") ? SeenParts.Of(parts.Span, request.ContentType!) : null,
            Signature = signature,
        };
    }

    /// <summary>As one line: <c>GET https://api.example/v1/latest?base=EUR</c>.</summary>
    public override string ToString() =>
        $"{this.Method} {this.Origin}/{string.Join('/', this.Path.Select(Uri.EscapeDataString))}{(this.Query.Count == 0 ? "" : "?" + string.Join('&', this.Query.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value).Replace("%2A", "*", StringComparison.Ordinal))))}";

    private static bool IsOf(ToolHttpRequest request, string type) =>
        request.ContentType?.Split(';')[0].Trim() is { } media && media.EndsWith(type, StringComparison.OrdinalIgnoreCase);

    private static string Signed(ToolHttpRequest request, ToolHttpAuth auth, string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var text = auth.Over is { } over ? Encoding.UTF8.GetBytes(over) : request.Body?.ToArray() ?? [];
        return Convert.ToHexStringLower(auth.Algorithm switch
        {
            "sha384" => HMACSHA384.HashData(key, text),
            "sha512" => HMACSHA512.HashData(key, text),
            _ => HMACSHA256.HashData(key, text),
        });
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of the kind http: ways to say who calls, and what counts as a failure.</summary>
internal static class HttpMends
{
    private const string Secrets = "secrets.";

    public static void Implementation(MendSink sink, JsonObject http)
    {
        TypedAuth(sink, http["auth"]);
        AuthorizationHeader(sink, http);
        if (http.Member("fail") is { Value: JsonString condition }) Fail(sink, condition);
        else if (http["fail"] is JsonObject rule) sink.Replace(FindingCatalog.AliasStructure, rule, new JsonArray([rule], default), "`fail` is a list", "Put it in brackets");
    }

    // "fail": "!response.Ok"
    private static void Fail(MendSink sink, JsonString condition) => sink.Replace(
        FindingCatalog.AliasStructure,
        condition,
        new JsonArray([SampleMends.Object(("when", condition), ("code", Text("upstream")), ("message", Text("the service reported an error")))], default),
        "`fail` is a list of {when, code, message}", "Write it so");

    // {"type": "bearer", "secret": "token"} for {"bearer": "token"}
    private static void TypedAuth(MendSink sink, JsonNode? node)
    {
        if (node is not JsonObject auth || auth["type"] is not JsonString { Value: var type }) return;
        if (Secret(auth) is not { } secret) return;
        JsonObject? mended = type.ToLowerInvariant() switch
        {
            "bearer" or "oauth2" or "oauth" or "token" => SampleMends.Object(("bearer", secret)),
            "basic" when First(auth, "user", "username") is { } user => SampleMends.Object(("basic", new JsonArray([user, secret], default))),
            "header" or "apikey" or "api_key" or "api-key" when First(auth, "in") is not JsonString { Value: "query" } && First(auth, "header", "name") is { } header =>
                SampleMends.Object(("header", header), ("secret", secret)),
            "query" or "apikey" or "api_key" or "api-key" when First(auth, "query", "name") is { } query => SampleMends.Object(("query", query), ("secret", secret)),
            _ => null,
        };
        if (mended is null) return;
        if (auth["optional"] is JsonBoolean optional) mended = SampleMends.Object([.. mended.Members.Select(member => (member.Name, member.Value)), ("optional", optional)]);
        sink.Replace(FindingCatalog.AliasStructure, auth, mended, "the way of signing in is a key here", $"Write {JsonWriter.Compact(mended)}");
    }

    // A header "Authorization: Bearer {secrets.token}" is the same as auth, and the secret's name is all that a spec may hold.
    private static void AuthorizationHeader(MendSink sink, JsonObject http)
    {
        if (http["auth"] is not null || http["headers"] is not JsonObject headers) return;
        var member = headers.Members.FirstOrDefault(header => header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
        if (member?.Value is not JsonString { Value: var value } || !value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return;
        var name = value.Substring(7).Trim().TrimStart('$').Trim('{', '}').Trim();
        if (!name.StartsWith(Secrets, StringComparison.Ordinal) || !IsName(name.Substring(Secrets.Length))) return;
        var auth = SampleMends.Object(("bearer", Text(name.Substring(Secrets.Length))));
        var edits = new List<TextEdit>();
        if (headers.Members.Count > 1)
        {
            edits.Add(MendSink.Removing(headers, member));
            edits.Add(sink.Appending(http, "auth", auth));
        }
        else
        {
            var whole = http.Member("headers")!;
            edits.Add(sink.Replacing(whole, "auth", auth));
        }

        sink.Add(FindingCatalog.AliasStructure, member.NameSpan, "say it with auth", edits, "the header Authorization is written `auth` here", $"Write `\"auth\": {JsonWriter.Compact(auth)}`");
    }

    private static JsonString? Secret(JsonObject auth) =>
        First(auth, "secret", "token", "password", "key") is JsonString { Value: var name }
            ? Text(name.StartsWith(Secrets, StringComparison.Ordinal) ? name.Substring(Secrets.Length) : name)
            : null;

    private static JsonNode? First(JsonObject @object, params string[] names) => names.Select(name => @object[name]).FirstOrDefault(value => value is not null);

    private static JsonString Text(string value) => new(value, default);

    private static bool IsName(string text) => text.Length > 0 && text.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-');
}

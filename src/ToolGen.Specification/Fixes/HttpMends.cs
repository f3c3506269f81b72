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

    // What services call the number of elements that they are asked for.
    private static readonly string[] SizeNames = ["per_page", "perPage", "page_size", "pageSize", "pagesize", "limit", "max_results", "maxResults"];

    public static void Implementation(MendSink sink, JsonObject http)
    {
        TypedAuth(sink, http["auth"]);
        AuthorizationHeader(sink, http);
        if (http["paging"] is JsonObject paging && http["query"] is JsonObject query) PageSize(sink, paging, query);
        if (http.Member("fail") is { Value: JsonString condition }) Fail(sink, condition);
        else if (http["fail"] is JsonObject rule) sink.Replace(FindingCatalog.AliasStructure, rule, new JsonArray([rule], default), "`fail` is a list", "Put it in brackets");
    }

    // "query": {"per_page": 100} says how many elements a full page has: without `size` the last page is only known by an empty one behind it.
    private static void PageSize(MendSink sink, JsonObject paging, JsonObject query)
    {
        if (paging["size"] is not null || (paging["page"] is null && paging["offset"] is null)) return;
        var sizes = query.Members.Where(member => SizeNames.Contains(member.Name) && IsCount(member.Value)).ToList();
        if (sizes.Count != 1) return;
        sink.Add(FindingCatalog.AliasStructure, paging.Span, "say how many elements a full page has", [sink.Appending(paging, "size", sizes[0].Value)],
            $"the query asks for {sizes[0].Name} elements, and paging doesn't know it", $"Write `\"size\": {JsonWriter.Compact(sizes[0].Value)}`");
    }

    private static bool IsCount(JsonNode value) => value is JsonNumber { Text: var digits } ? digits.All(char.IsDigit) && digits != "0"
        : value is JsonString { Value: ['{', .., '}'] hole } && hole.IndexOf('{', 1) < 0;

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

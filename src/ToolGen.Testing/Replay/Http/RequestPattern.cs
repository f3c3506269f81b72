using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing.Replay.Http;

/// <summary>
/// A request as a sample writes it, <c>{method, url, query?, headers?, body?, form?, multipart?}</c>. A recording's fits every request that has these
/// members; an expected one's body, and its URL where there is no <c>query</c>, are meant whole.
/// </summary>
internal sealed class RequestPattern(JsonObject node, bool isWhole)
{
    /// <summary>How much a difference counts when the nearest recording is sought: another host is farther than another value.</summary>
    private const int OfHost = 20, OfMethod = 10, OfPath = 10, OfValue = 2;

    private readonly List<string> differences = [];

    /// <summary>0: it fits.</summary>
    public int Distance { get; private set; }

    /// <summary>Each with its part: <c>method: expected GET, got POST</c>; <c>body /text: expected "a", got "b"</c>.</summary>
    public IReadOnlyList<string> Differences => this.differences;

    /// <summary>Compares a request; what stands in <paramref name="node"/> is expected, what is seen is got.</summary>
    public static RequestPattern Compare(JsonObject node, SeenRequest seen, bool isWhole)
    {
        var pattern = new RequestPattern(node, isWhole);
        if (node["method"] is JsonString method && method.Value != seen.Method) pattern.Add(OfMethod, "method", method.Value, seen.Method);
        pattern.CompareUrl(seen);
        pattern.CompareHeaders(seen);
        pattern.CompareBody(seen);
        pattern.CompareForm(seen);
        pattern.CompareParts(seen);
        return pattern;
    }

    private void CompareUrl(SeenRequest seen)
    {
        var expected = new List<KeyValuePair<string, string>>();
        if (node["url"] is JsonString text)
        {
            if (!Uri.TryCreate(text.Value, UriKind.Absolute, out var url))
            {
                this.Add(OfHost, "url", text.Value, seen.ToString());
                return;
            }

            if (UrlParts.Origin(url) is var origin && origin != seen.Origin) this.Add(OfHost, "host", origin, seen.Origin);
            if (!UrlParts.Segments(url).SequenceEqual(seen.Path, StringComparer.Ordinal)) this.Add(OfPath, "path", url.AbsolutePath, "/" + string.Join('/', seen.Path.Select(Uri.EscapeDataString)));
            expected.AddRange(UrlParts.Pairs(url.Query));
        }

        var query = node["query"] as JsonObject;
        this.CompareNames("query", expected, query, seen.Query, isClosed: isWhole && query is null && node["url"] is not null);
    }

    private void CompareForm(SeenRequest seen)
    {
        if (node["form"] is not JsonObject form) return;
        if (seen.Form is { } got) this.CompareNames("form", [], form, got, isWhole);
        else this.Add(OfValue, "form", Excerpt.Of(form), seen.Body is { } body ? Excerpt.Of(body) : "no body");
    }

    private void CompareParts(SeenRequest seen)
    {
        if (node["multipart"] is not JsonObject expected) return;
        if (seen.Parts is null) this.Add(OfValue, "multipart", Excerpt.Of(expected), seen.Body is { } body ? Excerpt.Of(body) : "no body");
        else foreach (var (part, wanted, got) in PartPattern.Differences(expected, seen.Parts, isWhole)) this.Add(OfValue, part, wanted, got);
    }

    // Names in any order; the values of one name in theirs.
    private void CompareNames(string part, IEnumerable<KeyValuePair<string, string>> first, JsonObject? members, IReadOnlyList<KeyValuePair<string, string>> seen, bool isClosed)
    {
        var expected = first.GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).ToArray(), StringComparer.Ordinal);
        foreach (var member in members?.Members ?? []) expected[member.Name] = Values(member.Value);
        foreach (var (name, values) in expected)
        {
            var got = seen.Where(pair => pair.Key == name).Select(pair => pair.Value).ToArray();
            if (!values.SequenceEqual(got, StringComparer.Ordinal)) this.Add(OfValue, $"{part} {name}", Said(values), Said(got));
        }

        if (!isClosed) return;
        foreach (var extra in seen.Where(pair => !expected.ContainsKey(pair.Key))) this.Add(OfValue, $"{part} {extra.Key}", "nothing", Excerpt.Of(extra.Value));
    }

    private void CompareHeaders(SeenRequest seen)
    {
        foreach (var header in (node["headers"] as JsonObject)?.Members ?? [])
        {
            var got = seen.Headers.Where(one => string.Equals(one.Key, header.Name, StringComparison.OrdinalIgnoreCase)).Select(one => one.Value).ToArray();
            var expected = Values(header.Value);
            if (expected.SequenceEqual(got, StringComparer.Ordinal) || (expected is [var value] && got is [var one] && IsSecret(seen, header.Name, value, one))) continue;
            this.Add(OfValue, "header " + header.Name, Said(expected), Said(got));
        }
    }

    // "***" alone stands for a whole header with a secret in it; a signature may be written out.
    private static bool IsSecret(SeenRequest seen, string name, string expected, string got) =>
        (expected == SeenRequest.Masked && got.EndsWith(SeenRequest.Masked, StringComparison.Ordinal))
        || (seen.Signature is { } signature && string.Equals(signature.Key, name, StringComparison.OrdinalIgnoreCase) && signature.Value == expected);

    private void CompareBody(SeenRequest seen)
    {
        if (node["body"] is not { } body) return;
        if (seen.Parts is not null)
        {
            // Between them stands a boundary that no two requests share.
            this.Add(OfValue, "body", Excerpt.Of(body), $"{seen.Parts.Count} parts, which \"multipart\" compares");
        }
        else if (body is JsonNull && seen.Json is null)
        {
            if (seen.Body is { } unwanted) this.Add(OfValue, "body", "nothing", Excerpt.Of(unwanted));
        }
        else if (seen.Json is { } json)
        {
            var differences = OutputComparer.Differences(body, isWhole ? json : JsonPart.Of(body, json));
            foreach (var difference in differences.Take(5))
                this.Add(OfValue, difference.Pointer.Length == 0 ? "body" : "body " + difference.Pointer, difference.Expected, difference.Actual);
        }
        else if (body is not JsonString text || text.Value != seen.Body)
        {
            this.Add(OfValue, "body", Excerpt.Of(body), seen.Body is { } got ? Excerpt.Of(got) : "nothing");
        }
    }

    private void Add(int distance, string part, string expected, string got)
    {
        this.Distance += distance;
        this.differences.Add($"{part}: expected {expected}, got {got}");
    }

    // What a value becomes in a query: arrays repeat the name, null leaves it out.
    private static string[] Values(JsonNode node) => node switch
    {
        JsonNull => [],
        JsonArray list => list.Items.SelectMany(Values).ToArray(),
        JsonString text => [text.Value],
        _ => [JsonWriter.Compact(node)],
    };

    private static string Said(string[] values) => values.Length == 0 ? "nothing" : string.Join(", ", values.Select(Excerpt.Of));
}

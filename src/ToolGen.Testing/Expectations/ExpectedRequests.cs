using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Testing.Replay.Http;

namespace ToolGen.Testing.Expectations;

/// <summary><c>expect.requests</c>: the whole list, in order.</summary>
internal static class ExpectedRequests
{
    public static IEnumerable<SampleNote> Check(JsonNode? node, IReadOnlyList<SeenRequest> seen)
    {
        if (node is not JsonArray list) yield break;
        var expected = list.Items.OfType<JsonObject>().ToArray();
        for (var i = 0; i < Math.Min(expected.Length, seen.Count); i++)
        {
            var pattern = RequestPattern.Compare(expected[i], seen[i], isWhole: true);
            if (pattern.Distance > 0) yield return new(At(i), $"request {i + 1} ({seen[i]}) differs in {string.Join("; ", pattern.Differences.Take(8))}");
        }

        for (var i = seen.Count; i < expected.Length; i++) yield return new(At(i), $"request {i + 1} did not come: {Said(expected[i])}");
        foreach (var extra in seen.Skip(expected.Length).Take(3)) yield return new("/expect/requests", $"a request came that is not expected: {extra}");
    }

    private static string At(int index) => FormattableString.Invariant($"/expect/requests/{index}");

    private static string Said(JsonObject request) => $"{(request["method"] as JsonString)?.Value} {(request["url"] as JsonString)?.Value}";
}

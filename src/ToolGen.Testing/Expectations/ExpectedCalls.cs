using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;
using ToolGen.Testing.Replay.Tools;

namespace ToolGen.Testing.Expectations;

/// <summary><c>expect.tools</c>: all calls of other tools, in any order.</summary>
internal static class ExpectedCalls
{
    public static IEnumerable<SampleNote> Check(JsonNode? node, IReadOnlyList<SeenCall> seen)
    {
        if (node is not JsonArray list) yield break;
        var left = seen.ToList();
        var missing = new List<(int Index, string Tool, JsonNode Input)>();
        foreach (var (expected, index) in list.Items.OfType<JsonObject>().Select((expected, index) => (expected, index)))
        {
            var (tool, input) = ((expected["tool"] as JsonString)?.Value.Split('@')[0] ?? "", expected["input"]!);
            var at = left.FindIndex(call => IsOf(call, tool) && OutputComparer.Differences(input, call.Input).Count == 0);
            if (at >= 0) left.RemoveAt(at);
            else missing.Add((index, tool, input));
        }

        foreach (var (index, tool, input) in missing)
        {
            var pointer = FormattableString.Invariant($"/expect/tools/{index}");
            var nearest = left.Where(call => IsOf(call, tool)).Select(call => (Call: call, Differences: OutputComparer.Differences(input, call.Input))).OrderBy(pair => pair.Differences.Count).FirstOrDefault();
            if (nearest.Call is null)
            {
                yield return new(pointer, $"{tool} was not called with {Excerpt.Of(input)}; {(seen.Count == 0 ? "no tool was called" : "called were " + string.Join(", ", seen.Take(5)))}");
                continue;
            }

            left.Remove(nearest.Call);
            yield return new(pointer, $"{tool} was called with another input: {string.Join("; ", nearest.Differences.Take(5))}");
        }

        foreach (var extra in left.Take(3)) yield return new("/expect/tools", $"a call came that is not expected: {extra}");
    }

    private static bool IsOf(SeenCall call, string tool) => string.Equals(call.Tool, tool, StringComparison.OrdinalIgnoreCase);
}

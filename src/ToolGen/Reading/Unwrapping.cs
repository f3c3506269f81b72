using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>Arguments that a model put into something else: a string, a list, <c>{"arguments": …}</c>, a whole tool call.</summary>
/// <param name="Error">What to send instead.</param>
/// <param name="Arguments">The arguments inside.</param>
/// <param name="Rest">Their own errors.</param>
internal sealed record Unwrapping(ErrorEntry Error, JsonNode Arguments, IReadOnlyList<ErrorEntry> Rest)
{
    private const int MaxLevels = 3;

    // What models and their frameworks call the arguments of a call.
    private static readonly HashSet<string> Wrappers =
        ["arguments", "args", "kwargs", "input", "inputs", "tool_input", "toolInput", "action_input", "parameters", "params", "function", "function_call", "tool_call", "payload", "data", "body", "request", "json"];

    /// <summary>Null where nothing is wrapped, or what is inside fits no better.</summary>
    public static Unwrapping? Of(JsonNode? root, IReadOnlyList<ErrorEntry> errors, Rereading rereading)
    {
        Unwrapping? best = null;
        foreach (var (arguments, words) in Inside(root, "", MaxLevels).Take(6))
        {
            if (!rereading.TryRead(arguments, out var rest)) break;
            if (rest.Count > 0 && (rest.Count >= errors.Count || rest.Any(IsForeign))) continue;
            if (best is not null && best.Rest.Count <= rest.Count) continue;
            best = new(Wrapped(root, arguments, words), arguments, rest);
            if (rest.Count == 0) break;
        }

        return best;
    }

    // The names of the arguments themselves show that these are the ones.
    private static bool IsForeign(ErrorEntry error) =>
        error.Pointer.Length == 0 || (error.Fault.Keyword is "additionalProperties" or "required" && error.Pointer.LastIndexOf('/') == 0);

    private static ErrorEntry Wrapped(JsonNode? root, JsonNode arguments, string words)
    {
        var correction = JsonTree.Text(arguments);
        var isShort = ShortText.Fits(correction, ShortText.ArgumentsCost) && !SecretValues.AreNamedIn(JsonTree.Text(root));
        var fault = new Fault("wrapped", $"the arguments are {words}; send the object itself", "the arguments as one JSON object");
        var bytes = JsonTree.Bytes(root);
        return new("", fault, ValueExcerpt.Of(bytes, 0, "")) { Correction = isShort ? correction : null };
    }

    private static IEnumerable<(JsonNode Arguments, string Words)> Inside(JsonNode? node, string words, int levels)
    {
        if (levels == 0) yield break;
        foreach (var (inner, step) in Steps(node))
        {
            var path = words.Length == 0 ? step : $"{step}, {words}";
            if (inner is JsonObject) yield return (inner, path);
            foreach (var deeper in Inside(inner, path, levels - 1)) yield return deeper;
        }
    }

    private static IEnumerable<(JsonNode Inner, string Step)> Steps(JsonNode? node)
    {
        switch (node)
        {
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                if (Mend.Decoded(text.GetValue<string>()) is { } decoded) yield return (decoded, "a string of JSON");
                break;
            case JsonArray and [{ } only]:
                yield return (only, "in a list");
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                    if (value is not null && !SecretNames.Contains(name) && (Wrappers.Contains(name) || (members.Count == 1 && value is not JsonObject { Count: 0 }))) yield return (value, $"inside {ShortText.Name(name)}");
                break;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen.TestSupport.Errors;

/// <summary>Does what the errors of a call say, and nothing else: what an attentive caller would send next.</summary>
internal static class Follow
{
    /// <summary>The arguments after every correction and piece of advice; null where none was given.</summary>
    public static string? Advice(string arguments, IReadOnlyList<ToolError> errors)
    {
        var root = JsonNode.Parse(arguments);
        var followed = false;
        foreach (var error in errors.DistinctBy(error => error.Pointer + error.Correction))
        {
            if (error.Pointer == "" && error.Message.Contains("send the object itself", StringComparison.Ordinal)) return Unwrapped(root)?.ToJsonString();
            followed |= Apply(ref root, error);
        }

        return followed ? root?.ToJsonString() : null;
    }

    private static bool Apply(ref JsonNode? root, ToolError error)
    {
        var parent = root;
        var steps = error.Pointer!.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        if (steps.Length == 0) return Replace(ref root, error);
        foreach (var step in steps[..^1]) parent = parent is JsonArray list ? list[int.Parse(step)] : parent?[step];
        if (parent is JsonArray array)
        {
            var element = array[int.Parse(steps[^1])];
            if (!Replace(ref element, error)) return false;
            array[int.Parse(steps[^1])] = element?.DeepClone();
            return true;
        }

        if (parent is not JsonObject members || !members.TryGetPropertyValue(steps[^1], out var value)) return false;
        if (error.Message.Contains("leave it out", StringComparison.Ordinal)) return members.Remove(steps[^1]);
        if (error.Message.Contains("is no property here", StringComparison.Ordinal))
        {
            if (error.Correction is null) return false;
            members.Remove(steps[^1]);
            members[JsonSerializer.Deserialize<string>(error.Correction)!] = value;
            return true;
        }

        if (!Replace(ref value, error)) return false;
        members[steps[^1]] = value?.Parent is null ? value : value.DeepClone();
        return true;
    }

    private static bool Replace(ref JsonNode? value, ToolError error)
    {
        if (error.Correction is { } correction) value = JsonNode.Parse(correction);
        else if (error.Message.Contains("not a string of it", StringComparison.Ordinal)) value = JsonNode.Parse(value!.GetValue<string>());
        else if (error.Message.Contains("write a list of it", StringComparison.Ordinal)) value = new JsonArray(value!.DeepClone());
        else if (error.Message.Contains("write its only element", StringComparison.Ordinal)) value = value![0]!.DeepClone();
        else if (error.Message.Contains("write the value inside it", StringComparison.Ordinal)) value = ((JsonObject)value!).Single().Value!.DeepClone();
        else return false;
        return true;
    }

    // The innermost object whose names are no wrapper's: the reader of the message knows its own arguments.
    private static JsonNode? Unwrapped(JsonNode? node) => node switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Unwrapped(JsonNode.Parse(text.GetValue<string>())),
        JsonArray and [{ } only] => Unwrapped(only),
        JsonObject { Count: 1 } one when one.Single().Value is JsonObject or JsonArray || IsText(one.Single().Value) => Unwrapped(one.Single().Value),
        JsonObject call when call["arguments"] is { } arguments => Unwrapped(arguments),
        _ => node,
    };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().TrimStart().StartsWith('{');
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>Every string of a document, values and keys, as a document with a gap there.</summary>
internal static class JsonPlaces
{
    private const string Gap = "the-gap-that-is-filled";

    /// <summary>Path and document; <see cref="Fill"/> puts JSON into the gap.</summary>
    public static IEnumerable<(string Path, string Document)> StringsOf(string json) => Places(json, node => node is JsonValue value && value.GetValueKind() == JsonValueKind.String, keys: true);

    /// <summary>The same for every value of any kind.</summary>
    public static IEnumerable<(string Path, string Document)> ValuesOf(string json) => Places(json, _ => true, keys: false);

    public static string Fill(string document, string raw) => document.Replace("\"" + Gap + "\"", raw.Trim(), StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Document)> Places(string json, Func<JsonNode?, bool> counts, bool keys)
    {
        foreach (var path in PathsOf(JsonNode.Parse(json), ""))
        {
            var root = JsonNode.Parse(json)!;
            var (parent, last) = Walk(root, path);
            if (parent is JsonObject members)
            {
                if (counts(members[last])) yield return (path, With(root, members, last, last, Gap));
                if (keys) yield return (path + " (key)", With(JsonNode.Parse(json)!, null, last, Gap, null, path));
            }
            else if (parent is JsonArray items && counts(items[int.Parse(last)]))
            {
                items[int.Parse(last)] = Gap;
                yield return (path, root.ToJsonString());
            }
        }
    }

    private static string With(JsonNode root, JsonObject? members, string key, string newKey, string? value, string? path = null)
    {
        if (path is not null) members = (JsonObject)Walk(root, path).Parent;
        var copies = members!.Select(member => (member.Key, Value: member.Value?.DeepClone())).ToArray();
        members!.Clear();
        foreach (var (name, old) in copies) members.Add(name == key ? newKey : name, name == key && value is not null ? value : old);
        return root.ToJsonString();
    }

    private static (JsonNode Parent, string Last) Walk(JsonNode root, string path)
    {
        var steps = path.Split('\u0001', StringSplitOptions.RemoveEmptyEntries);
        var node = root;
        foreach (var step in steps[..^1]) node = node is JsonArray array ? array[int.Parse(step)]! : node[step]!;
        return (node, steps[^1]);
    }

    private static IEnumerable<string> PathsOf(JsonNode? node, string path)
    {
        IEnumerable<(string Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(member => (member.Key, member.Value)),
            JsonArray items => items.Select((item, i) => (i.ToString(), item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            yield return path + "\u0001" + step;
            foreach (var below in PathsOf(child, path + "\u0001" + step)) yield return below;
        }
    }
}

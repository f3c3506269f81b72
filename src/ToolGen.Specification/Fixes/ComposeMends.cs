using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of the kind compose: lists of steps, conditions on errors, holes in other styles.</summary>
internal static class ComposeMends
{
    public static void Implementation(MendSink sink, JsonObject root, JsonObject implementation)
    {
        if (implementation["steps"] is JsonArray list)
        {
            List(sink, list);
            return;
        }

        if (implementation["steps"] is not JsonObject steps) return;
        var holes = new Holes(root, implementation);
        foreach (var member in steps.Members)
        {
            if (member.Value is not JsonObject step) continue;
            SpecMends.Keys(sink, step, Aliases.ComposeStep);
            OnError(sink, step);
            if (step["input"] is JsonObject input) Values(sink, holes, input);
        }
    }

    /// <summary>Holes of other styles anywhere in a value with holes.</summary>
    private static void Values(MendSink sink, Holes holes, JsonNode node)
    {
        switch (node)
        {
            case JsonString text when holes.Mend(text.Value) is { } mended:
                sink.Replace(FindingCatalog.HoleStyle, text, new JsonString(mended, default), text.Value, mended);
                break;
            case JsonArray array:
                foreach (var item in array.Items) Values(sink, holes, item);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members) Values(sink, holes, member.Value);
                break;
        }
    }

    // [{"id": "sales", "tool": …}] for {"sales": {"tool": …}}
    private static void List(MendSink sink, JsonArray list)
    {
        var names = new HashSet<string>();
        var members = new List<(string, JsonNode)>();
        foreach (var item in list.Items)
        {
            if (item is not JsonObject step || (step.Member("id") ?? step.Member("name")) is not { Value: JsonString { Value: var name } } key) return;
            if (!Holes.IsName(name) || !names.Add(name)) return;
            members.Add((name, new JsonObject(step.Members.Where(member => !ReferenceEquals(member, key)).ToArray(), default)));
        }

        sink.Replace(FindingCatalog.AliasStructure, list, SampleMends.Object(members), "steps are an object, a key a step", "Make the id of each step its key");
    }

    // "onError": "continue" for "optional": true
    private static void OnError(MendSink sink, JsonObject step)
    {
        if ((step.Member("onError") ?? step.Member("on_error")) is not { } member || step["optional"] is not null) return;
        bool? optional = member.Value switch
        {
            JsonString { Value: "continue" or "ignore" or "skip" or "null" } or JsonBoolean { Value: true } or JsonNull => true,
            JsonString { Value: "fail" or "stop" or "abort" or "throw" } or JsonBoolean { Value: false } => false,
            _ => null,
        };
        if (optional is null) return;
        var edit = optional.Value ? sink.Replacing(member, "optional", new JsonBoolean(true, default)) : MendSink.Removing(step, member);
        sink.Add(FindingCatalog.AliasKey, member.NameSpan, "say it with optional", [edit], member.Name, "optional");
    }
}

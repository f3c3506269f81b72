using System;
using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>Makes a container anew with other children; the same one where no child changes, so that a large value without changes costs nothing.</summary>
internal static class Rebuilt
{
    public static JsonNode Array(JsonArray array, Func<JsonNode, JsonNode> child)
    {
        List<JsonNode>? changed = null;
        for (var i = 0; i < array.Items.Count; i++)
        {
            var made = child(array.Items[i]);
            if (!ReferenceEquals(made, array.Items[i])) (changed ??= [.. array.Items])[i] = made;
        }

        return changed is null ? array : new JsonArray(changed, array.Span);
    }

    public static JsonNode Object(JsonObject @object, Func<JsonMember, JsonNode> child)
    {
        List<JsonMember>? changed = null;
        for (var i = 0; i < @object.Members.Count; i++)
        {
            var member = @object.Members[i];
            var made = child(member);
            if (!ReferenceEquals(made, member.Value)) (changed ??= [.. @object.Members])[i] = new(member.Name, member.NameSpan, made);
        }

        return changed is null ? @object : new JsonObject(changed, @object.Span);
    }
}

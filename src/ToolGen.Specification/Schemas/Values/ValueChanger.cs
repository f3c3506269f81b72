using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>A value that someone wrote, changed in one place: what is near to real data says more than what is nowhere.</summary>
internal sealed class ValueChanger(SchemaPlan plan, ValueRandom random)
{
    private static readonly string[] Signs = ["\"", ",", "\n", ";", "{", "<", "\\", " ", "0", "-", "é", "😀"];
    private static readonly ValueEdge[] Edges = [ValueEdge.Least, ValueEdge.Most, ValueEdge.None];

    /// <summary>Null where there is nothing to change.</summary>
    public JsonNode? Change(JsonNode value) => this.Change(plan.Root, value, 0);

    private JsonNode? Change(SchemaNode? schema, JsonNode value, int depth)
    {
        switch (value)
        {
            case JsonObject { Members.Count: > 0 } @object:
                var member = random.Of(@object.Members);
                if (depth > 0 && random.Chance(4)) break;
                if (random.Chance(6)) return JsonMake.Object(@object.Members.Where(one => one != member));
                return this.Change(Property(schema, member.Name), member.Value, depth + 1) is { } changed
                    ? JsonMake.Object(@object.Members.Select(one => one == member ? JsonMake.Member(one.Name, changed) : one))
                    : null;
            case JsonArray { Items.Count: > 0 } array when !random.Chance(3):
                return JsonMake.Array(this.Change(schema?.Items, array.Items));
            case JsonString text when schema?.Pattern is null && !random.Chance(4):
                return JsonMake.Text(this.Change(text.Value));
        }

        return schema is null ? null : new ValueMaker(plan, random, random.Of(Edges)).Make(schema);
    }

    private List<JsonNode> Change(SchemaNode? items, IReadOnlyList<JsonNode> list)
    {
        var changed = list.ToList();
        var at = random.Below(list.Count);
        switch (random.Below(3))
        {
            case 0:
                changed.RemoveAt(at);
                break;
            case 1:
                changed.Insert(at, list[at]);
                break;
            default:
                changed[at] = this.Change(items, list[at], 1) ?? list[at];
                break;
        }

        return changed;
    }

    private string Change(string text)
    {
        if (text.Length == 0) return random.Of(Signs);
        var at = Boundary(text, random.Below(text.Length));
        return random.Below(6) switch
        {
            0 => text.Substring(0, at),
            1 => text.Substring(at),
            2 or 3 => text.Remove(at, char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1),
            _ => text.Insert(at, random.Of(Signs)),
        };
    }

    // No half of a pair is left.
    private static int Boundary(string text, int at) => at > 0 && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private SchemaNode? Property(SchemaNode? schema, string name)
    {
        if (schema?.Reference is { } target && schema.Properties.Count == 0 && plan.Definitions.TryGetValue(target, out var node)) schema = node;
        return schema?.Properties.FirstOrDefault(property => property.Name == name)?.Schema ?? schema?.AdditionalProperties;
    }
}

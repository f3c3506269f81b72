using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary><c>optional</c>, and <c>required</c> as a boolean: both are said by the list <c>required</c> of the object around.</summary>
internal static class RequiredMends
{
    public static void Object(MendSink sink, JsonObject schema)
    {
        Listed(sink, schema);
        if (schema["properties"] is not JsonObject properties) return;
        foreach (var property in properties.Members)
        {
            if (property.Value is not JsonObject inner) continue;
            if (inner.Member("optional") is { Value: JsonBoolean optional } word) Property(sink, schema, property.Name, inner, word, !optional.Value);
            else if (inner.Member("required") is { Value: JsonBoolean required } flag) Property(sink, schema, property.Name, inner, flag, required.Value);
        }
    }

    // "optional": ["a", "b"] beside `properties`.
    private static void Listed(MendSink sink, JsonObject schema)
    {
        if (schema.Member("optional") is not { Value: JsonArray list } member || schema["properties"] is not JsonObject) return;
        var names = new HashSet<string>(list.Items.OfType<JsonString>().Select(item => item.Value));
        var edits = new List<TextEdit> { MendSink.Removing(schema, member) };
        if (schema["required"] is JsonArray required && required.Items.Any(item => item is JsonString { Value: var name } && names.Contains(name)))
            edits.Add(sink.Replacing(required, Without(required, names)));
        Add(sink, member, "optional", edits);
    }

    private static void Property(MendSink sink, JsonObject schema, string name, JsonObject property, JsonMember word, bool isRequired)
    {
        var edits = new List<TextEdit> { MendSink.Removing(property, word) };
        var required = schema["required"] as JsonArray;
        var isListed = required is not null && required.Items.Any(item => item is JsonString { Value: var listed } && listed == name);
        if (isRequired && !isListed)
        {
            // A boolean there belongs to the object around, and is mended in its own turn.
            if (required is null && schema["required"] is not null) return;
            edits.Add(required is null
                ? sink.Appending(schema, "required", new JsonArray([new JsonString(name, default)], default))
                : sink.Replacing(required, new JsonArray([.. required.Items, new JsonString(name, default)], default)));
        }
        else if (!isRequired && isListed)
        {
            edits.Add(sink.Replacing(required!, Without(required!, [name])));
        }

        Add(sink, word, word.Name, edits);
    }

    private static JsonArray Without(JsonArray required, HashSet<string> names) =>
        new(required.Items.Where(item => item is not JsonString { Value: var name } || !names.Contains(name)).ToArray(), default);

    private static void Add(MendSink sink, JsonMember word, string name, List<TextEdit> edits) =>
        sink.Add(FindingCatalog.NoKeyword, word.NameSpan, "say it with the list `required`", edits, name, "What is required stands in the list `required` of the object");
}

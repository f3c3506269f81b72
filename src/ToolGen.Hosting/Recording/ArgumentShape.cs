using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ToolGen.Hosting.Recording;

/// <summary>The shape of arguments: kinds and the names that the schema has, never a value.</summary>
internal static class ArgumentShape
{
    private const int Deepest = 8, LongestShape = 1_000, MostItems = 20, MostBranches = 100;

    private static readonly ConditionalWeakTable<ToolDescriptor, JsonDocument> Schemas = [];

    public static ArgumentRecord? Of(ToolDescriptor? tool, ReadOnlyMemory<byte> arguments, ArgumentDetail detail)
    {
        if (detail == ArgumentDetail.None) return null;
        var bytes = arguments.IsEmpty ? "{}"u8 : arguments.Span;
        return new(ShapeOf(tool, arguments), Convert.ToHexStringLower(SHA256.HashData(bytes)), detail == ArgumentDetail.Values ? Encoding.UTF8.GetString(bytes) : null);
    }

    private static string ShapeOf(ToolDescriptor? tool, ReadOnlyMemory<byte> arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments.IsEmpty ? "{}"u8.ToArray() : arguments);
            var root = tool is null ? default : Schemas.GetValue(tool, one => JsonDocument.Parse(one.InputSchema)).RootElement;
            var text = new StringBuilder();
            Write(text, document.RootElement, root.ValueKind == JsonValueKind.Undefined ? [] : [root], root, 0);
            return text.Length <= LongestShape ? text.ToString() : text.ToString(0, LongestShape - 1) + "…";
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    private static void Write(StringBuilder text, JsonElement value, IReadOnlyList<JsonElement> schemas, JsonElement root, int depth)
    {
        if (text.Length > LongestShape) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth >= Deepest:
                text.Append("{…}");
                break;
            case JsonValueKind.Object:
                text.Append('{');
                var branches = Branches(schemas, root);
                var isFirst = true;
                foreach (var member in value.EnumerateObject())
                {
                    if (!isFirst) text.Append(',');
                    isFirst = false;
                    var inner = branches.Where(one => one.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out _))
                        .Select(one => one.GetProperty("properties").GetProperty(member.Name)).ToArray();
                    text.Append(inner.Length == 0 ? "?" : member.Name).Append(':');
                    Write(text, member.Value, inner, root, depth + 1);
                    if (text.Length > LongestShape) return;
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                var items = Branches(schemas, root).Where(one => one.TryGetProperty("items", out _)).Select(one => one.GetProperty("items")).ToArray();
                text.Append('[').AppendJoin('|', value.EnumerateArray().Take(MostItems).Select(item => ItemOf(item, items, root, depth)).Distinct()).Append(']');
                break;
            default:
                text.Append(value.ValueKind switch { JsonValueKind.String => "string", JsonValueKind.Number => "number", JsonValueKind.Null => "null", _ => "boolean" });
                break;
        }
    }

    private static string ItemOf(JsonElement item, IReadOnlyList<JsonElement> schemas, JsonElement root, int depth)
    {
        if (depth >= Deepest) return "…";
        var text = new StringBuilder();
        Write(text, item, schemas, root, depth + 1);
        return text.ToString();
    }

    /// <summary>Schemas, with all that they refer to and choose between.</summary>
    private static List<JsonElement> Branches(IReadOnlyList<JsonElement> schemas, JsonElement root)
    {
        var all = schemas.Where(one => one.ValueKind == JsonValueKind.Object).ToList();
        for (var i = 0; i < all.Count && all.Count < MostBranches; i++)
        {
            if (all[i].TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && Resolve(root, reference.GetString()!) is { } found) all.Add(found);
            foreach (var word in new[] { "allOf", "anyOf", "oneOf" })
                if (all[i].TryGetProperty(word, out var list) && list.ValueKind == JsonValueKind.Array) all.AddRange(list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object));
        }

        return all;
    }

    private static JsonElement? Resolve(JsonElement root, string reference)
    {
        if (reference == "#") return root;
        if (!reference.StartsWith("#/", StringComparison.Ordinal)) return null;
        var at = root;
        foreach (var part in reference[2..].Split('/'))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), out at)) return null;
        return at.ValueKind == JsonValueKind.Object ? at : null;
    }
}

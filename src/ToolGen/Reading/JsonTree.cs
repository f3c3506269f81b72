using System;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen;

/// <summary>Places in a tree of JSON by JSON Pointer (RFC 6901).</summary>
internal static class JsonTree
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2 * ToolReader.MaxDepth };

    public static string Parent(string pointer) => pointer.Length == 0 ? "" : pointer[..pointer.LastIndexOf('/')];

    public static string Name(string pointer) => Unescape(pointer[(pointer.LastIndexOf('/') + 1)..]);

    public static bool TryFind(JsonNode? root, string pointer, out JsonNode? node)
    {
        node = root;
        if (pointer.Length == 0) return true;
        foreach (var step in pointer[1..].Split('/'))
        {
            if (node is JsonObject members && members.TryGetPropertyValue(Unescape(step), out node)) continue;
            if (node is not JsonArray array || !int.TryParse(step, out var index) || index >= array.Count) return false;
            node = array[index];
        }

        return true;
    }

    /// <summary>Makes the change; false where there is no such place.</summary>
    public static bool Apply(ref JsonNode? root, string pointer, Mend mend)
    {
        if (pointer.Length == 0)
        {
            if (mend.Value is null) return false;
            root = mend.Value.DeepClone();
            return true;
        }

        if (!TryFind(root, Parent(pointer), out var parent) || !TryFind(root, pointer, out var value)) return false;
        var name = Name(pointer);
        switch (parent)
        {
            case JsonArray array when mend.Value is not null:
                array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = mend.Value.DeepClone();
                return true;
            case JsonObject members when mend.Value is not null:
                members[name] = mend.Value.DeepClone();
                return true;
            case JsonObject members:
                members.Remove(name);
                return mend.Name is null || members.TryAdd(mend.Name, value);
            default:
                return false;
        }
    }

    public static byte[] Bytes(JsonNode? node)
    {
        if (node is null) return "null"u8.ToArray();
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) node.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static string Text(JsonNode? node) => Encoding.UTF8.GetString(Bytes(node));

    private static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

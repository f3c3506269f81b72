using System;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Builds JSON Pointers (RFC 6901).</summary>
internal static class JsonPath
{
    /// <summary>One step deeper.</summary>
    public static string Append(string pointer, string name) => pointer + "/" + Escape(name);

    public static string Escape(string name) =>
        name.IndexOfAny(['~', '/']) < 0 ? name : name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The value that a pointer leads to; null where there is none.</summary>
    public static JsonNode? Find(JsonNode root, string pointer)
    {
        var node = root;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/").Replace("~0", "~");
            var next = node switch
            {
                JsonObject members => members[name],
                JsonArray array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Items.Count => array.Items[index],
                _ => null,
            };
            if (next is null) return null;
            node = next;
        }

        return node;
    }

    /// <summary>The pointer of a URI fragment (RFC 6901 §6): percent escapes undone. Null where it is no pointer.</summary>
    public static string? FromFragment(string fragment)
    {
        var pointer = fragment;
        if (fragment.IndexOf('%') >= 0)
        {
            if (!UriFormats.IsUriReference(("#" + fragment).AsSpan())) return null;
            pointer = Uri.UnescapeDataString(fragment);
        }

        return TextFormats.IsJsonPointer(pointer.AsSpan()) ? pointer : null;
    }
}

using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Finds the node that a JSON Pointer names.</summary>
public static class Pointers
{
    /// <summary>The node, or the last on the way to it that is there.</summary>
    public static JsonNode Find(JsonNode root, string pointer)
    {
        var node = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/").Replace("~0", "~");
            var next = node switch
            {
                JsonObject @object => @object[name],
                JsonArray array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Items.Count => array.Items[index],
                _ => null,
            };
            if (next is null) return node;
            node = next;
        }

        return node;
    }
}

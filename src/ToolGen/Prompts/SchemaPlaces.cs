using System;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Prompts;

/// <summary>Places in a schema that references within it (RFC 6901 in a fragment) mean: one text a place, however the reference is spelled.</summary>
internal static class SchemaPlaces
{
    /// <summary>The JSON Pointer of the place; null where the reference leads elsewhere.</summary>
    public static string? Of(string reference) =>
        reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal) ? Uri.UnescapeDataString(reference[1..]) : null;

    /// <summary>The last step of a place as it is called.</summary>
    public static string NameOf(string place) => Step(place[(place.LastIndexOf('/') + 1)..]);

    /// <summary>What stands there; null where nothing does.</summary>
    public static JsonElement? Find(JsonElement root, string place)
    {
        var at = root;
        foreach (var part in place.Split('/').Skip(1).Select(Step))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out var member)) at = member;
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index >= 0 && index < at.GetArrayLength()) at = at[index];
            else return null;
        }

        return at;
    }

    private static string Step(string text) => text.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

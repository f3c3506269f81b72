using System.Globalization;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Documents;

/// <summary>Values whose type is not what the format says, as documents have them: what is meant is taken, and a finding says so.</summary>
internal sealed class Dirt(ImportFindings findings)
{
    /// <summary>A boolean, also written as text; null where there is none.</summary>
    public bool? Flag(At owner, string name)
    {
        var at = owner[name];
        switch (at.Node)
        {
            case JsonBoolean flag:
                return flag.Value;
            case JsonString { Value: var text } when Word(text) is { } meant:
                findings.Add(FindingCatalog.ValueMended, at, name, "a text", meant ? "true" : "false");
                return meant;
            default:
                return null;
        }
    }

    /// <summary>A number, also written as text: its JSON; null where there is none.</summary>
    public JsonNumber? Number(At owner, string name)
    {
        var at = owner[name];
        if (at.Node is JsonNumber number) return number;
        if (at.Node is not JsonString { Value: var text } || AsNumber(text) is not { } meant) return null;
        findings.Add(FindingCatalog.ValueMended, at, name, "a text", meant.Text);
        return meant;
    }

    /// <summary>The number that a text spells; null: it spells none.</summary>
    public static JsonNumber? AsNumber(string text) =>
        YamlScalar.Plain(text.Trim(), default) is JsonNumber number && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? number : null;

    /// <summary>The boolean that a text spells; null: it spells none.</summary>
    public static bool? Word(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => null,
    };
}

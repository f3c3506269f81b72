using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ToolGen;

/// <summary>How a variant's values map back; made from what <c>FormText</c> of the specification prints.</summary>
internal abstract class VariantMap
{
    /// <summary>Schemas and maps nest deeper than values.</summary>
    public const int MaxDepth = 512;

    public static readonly VariantMap Same = new SameMap();
    public static readonly VariantMap Text = new TextMap();

    /// <summary>What it stands for: another where it is a reference.</summary>
    public virtual VariantMap Meant => this;

    /// <exception cref="JsonException">The data is not a map.</exception>
    public static VariantMap Read(JsonElement written)
    {
        var definitions = new List<VariantMap>();
        foreach (var one in written.GetProperty("d").EnumerateArray()) definitions.Add(Of(one, definitions));
        return Of(written.GetProperty("f"), definitions);
    }

    private static VariantMap Of(JsonElement form, List<VariantMap> definitions)
    {
        if (form.ValueKind == JsonValueKind.Number) return form.GetInt32() == 0 ? Same : Text;
        foreach (var member in form.EnumerateObject())
        {
            switch (member.Name)
            {
                case "l":
                    return new ListMap(Of(member.Value, definitions));
                case "t":
                    return new TupleMap([.. member.Value.EnumerateArray().Select(item => Of(item, definitions))]);
                case "m":
                    return new EntriesMap(Of(member.Value, definitions));
                case "o":
                    return Record(member.Value, form, definitions);
                case "u":
                    return new TypeMap([.. member.Value.EnumerateArray().Select(branch => ((JsonTypes)branch[0].GetInt32(), Of(branch[1], definitions)))]);
                case "p":
                    return new PropertyMap(member.Value.GetString()!, Keyed(form.GetProperty("v"), definitions));
                case "c":
                    return new CaseMap(Keyed(member.Value, definitions));
                case "r":
                    return new ReferenceMap(definitions, member.Value.GetInt32());
                case "w":
                    return new WrappedMap(member.Value.GetString()!, Of(form.GetProperty("f"), definitions));
            }
        }

        throw new JsonException("no map: " + form.GetRawText());
    }

    private static RecordMap Record(JsonElement fields, JsonElement form, List<VariantMap> definitions)
    {
        var byName = new Dictionary<string, FieldMap>(StringComparer.Ordinal);
        foreach (var field in fields.EnumerateObject())
            byName.Add(field.Name, new(Of(field.Value[0], definitions), (FieldAbsence)field.Value[1].GetInt32(), field.Value.GetArrayLength() > 2 ? field.Value[2].GetString() : null));
        return form.TryGetProperty("a", out var more) ? new(byName, more[0].GetString(), Of(more[1], definitions)) : new(byName, null, Same);
    }

    private static Dictionary<string, VariantMap> Keyed(JsonElement maps, List<VariantMap> definitions)
    {
        var byKey = new Dictionary<string, VariantMap>(StringComparer.Ordinal);
        foreach (var one in maps.EnumerateObject()) byKey.Add(one.Name, Of(one.Value, definitions));
        return byKey;
    }
}

internal sealed class SameMap : VariantMap;

internal sealed class TextMap : VariantMap;

internal sealed class ListMap(VariantMap item) : VariantMap
{
    public VariantMap Item => item;
}

internal sealed class TupleMap(VariantMap[] items) : VariantMap
{
    public VariantMap[] Items => items;
}

internal sealed class EntriesMap(VariantMap value) : VariantMap
{
    public VariantMap Value => value;
}

internal sealed class RecordMap(Dictionary<string, FieldMap> fields, string? more, VariantMap moreValue) : VariantMap
{
    public Dictionary<string, FieldMap> Fields => fields;

    public string? More => more;

    public VariantMap MoreValue => moreValue;
}

/// <param name="Value">Of its value.</param>
/// <param name="Absence">How its absence is said.</param>
/// <param name="Name">In the tool's own schema; null: the same.</param>
internal sealed record FieldMap(VariantMap Value, FieldAbsence Absence, string? Name);

/// <summary>The numbers are those of the specification's <c>Absence</c>.</summary>
internal enum FieldAbsence
{
    Absent,
    Null,
    NullBesideWrapped,
}

internal sealed class TypeMap((JsonTypes Types, VariantMap Map)[] branches) : VariantMap
{
    public (JsonTypes Types, VariantMap Map)[] Branches => branches;
}

internal sealed class PropertyMap(string property, Dictionary<string, VariantMap> byValue) : VariantMap
{
    public string Property => property;

    public Dictionary<string, VariantMap> ByValue => byValue;
}

internal sealed class CaseMap(Dictionary<string, VariantMap> byName) : VariantMap
{
    public Dictionary<string, VariantMap> ByName => byName;
}

internal sealed class ReferenceMap(List<VariantMap> definitions, int index) : VariantMap
{
    public override VariantMap Meant => definitions[index].Meant;
}

internal sealed class WrappedMap(string name, VariantMap value) : VariantMap
{
    public string Name => name;

    public VariantMap Value => value;
}

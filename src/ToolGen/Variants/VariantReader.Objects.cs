using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace ToolGen;

/// <content>Objects: with named properties, as entries, as tuples, one of several.</content>
internal ref partial struct VariantReader
{
    private void Record(RecordMap map)
    {
        var names = map.More is null ? null : new HashSet<string>(StringComparer.Ordinal);
        var isFirst = true;
        this.Write("{"u8);
        while (this.json.Read() && this.json.TokenType == JsonTokenType.PropertyName)
        {
            var raw = this.utf8[(int)this.json.TokenStartIndex..((int)this.json.TokenStartIndex + this.json.ValueSpan.Length + 2)];
            var name = this.json.GetString()!;
            this.json.Read();
            if (name == map.More && this.json.TokenType == JsonTokenType.StartArray)
            {
                this.Entries(map.MoreValue, names!, ref isFirst);
                continue;
            }

            var field = map.Fields.GetValueOrDefault(name);
            if (this.json.TokenType == JsonTokenType.Null && field is { Absence: not FieldAbsence.Absent }) continue;
            if (!this.Begin(names, field?.Name ?? name, field?.Name is { } own ? System.Text.Encoding.UTF8.GetBytes(ErrorList.Quote(own)) : raw, ref isFirst)) continue;
            if (field is { Absence: FieldAbsence.NullBesideWrapped } && this.Only(out var only, out var value) && only == "value") this.Inside(value, field.Value);
            else this.Value(field?.Value ?? VariantMap.Same);
        }

        this.Write("}"u8);
    }

    /// <summary>Writes a list of entries as properties. Begins on its first token, ends on its last.</summary>
    private void Entries(VariantMap map, HashSet<string> names, ref bool isFirst)
    {
        while (this.json.Read() && this.json.TokenType != JsonTokenType.EndArray)
        {
            var place = this.json.TokenStartIndex;
            if (!this.Entry(out var raw, out var name, out var value, out var end))
            {
                this.json.Skip();
                this.Error(place, "must be an entry such as {\"name\": \"…\", \"value\": …}", null, null, null);
                continue;
            }

            this.json = value;
            if (this.Begin(names, name, raw, ref isFirst)) this.Value(map);
            this.json = end;
        }
    }

    /// <summary>Writes a property's name; a name that was there before is an error, and its value is passed over.</summary>
    private bool Begin(HashSet<string>? names, string name, ReadOnlySpan<byte> quoted, ref bool isFirst)
    {
        if (names is not null && !names.Add(name))
        {
            this.Error(this.json.TokenStartIndex, "this name is given twice", ErrorList.Excerpt(quoted), null, null);
            this.json.Skip();
            return false;
        }

        if (!isFirst) this.Write(","u8);
        isFirst = false;
        this.Write(quoted);
        this.Write(":"u8);
        return true;
    }

    /// <summary>Looks into an entry without moving.</summary>
    private readonly bool Entry(out ReadOnlySpan<byte> raw, out string name, out Utf8JsonReader value, out Utf8JsonReader end)
    {
        raw = default;
        name = "";
        value = end = default;
        if (this.json.TokenType != JsonTokenType.StartObject) return false;
        var (hasName, hasValue) = (false, false);
        for (end = this.json; end.Read() && end.TokenType == JsonTokenType.PropertyName;)
        {
            if (end.ValueTextEquals("name"u8) && !hasName && end.Read() && end.TokenType == JsonTokenType.String)
            {
                hasName = true;
                raw = this.utf8[(int)end.TokenStartIndex..(int)end.BytesConsumed];
                name = end.GetString()!;
            }
            else if (end.TokenType == JsonTokenType.PropertyName && end.ValueTextEquals("value"u8) && !hasValue)
            {
                hasValue = true;
                end.Read();
                value = end;
                end.Skip();
            }
            else
            {
                return false;
            }
        }

        return hasName && hasValue;
    }

    // Each element is written apart, so that they can come in any order.
    private void Tuple(VariantMap[] items)
    {
        var place = this.json.TokenStartIndex;
        var (outer, apart) = (this.output, new ArrayBufferWriter<byte>());
        var parts = new (int Start, int End)[items.Length];
        var (count, isWhole) = (0, true);
        this.output = apart;
        while (this.json.Read() && this.json.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(this.json.GetString()!, items.Length);
            this.json.Read();
            if (index < 0 || parts[index].End > 0)
            {
                isWhole = false;
                this.json.Skip();
                continue;
            }

            var start = apart.WrittenCount;
            this.Value(items[index]);
            parts[index] = (start, apart.WrittenCount);
            count++;
        }

        this.output = outer;
        if (!isWhole || count < items.Length) this.Error(place, $"must have item_1 to item_{items.Length}, each once, and nothing else", null, null, null);
        this.Write("["u8);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) this.Write(","u8);
            this.Write(apart.WrittenSpan[parts[i].Start..parts[i].End]);
        }

        this.Write("]"u8);
    }

    private static int IndexOf(string name, int count) =>
        name.StartsWith("item_", StringComparison.Ordinal) && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count ? number - 1 : -1;

    private readonly VariantMap ByType(TypeMap map)
    {
        var type = this.json.TokenType switch
        {
            JsonTokenType.Null => JsonTypes.Null,
            JsonTokenType.True or JsonTokenType.False => JsonTypes.Boolean,
            JsonTokenType.Number => JsonTypes.Number,
            JsonTokenType.String => JsonTypes.String,
            JsonTokenType.StartArray => JsonTypes.Array,
            _ => JsonTypes.Object,
        };
        foreach (var (types, branch) in map.Branches)
            if ((types & type) != 0) return branch;
        return VariantMap.Same;
    }

    private readonly VariantMap ByProperty(PropertyMap map)
    {
        for (var ahead = this.json; ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName; ahead.Skip())
        {
            if (!ahead.ValueTextEquals(map.Property)) continue;
            ahead.Read();
            return ahead.TokenType == JsonTokenType.String && map.ByValue.TryGetValue(ahead.GetString()!, out var meant) ? meant : VariantMap.Same;
        }

        return VariantMap.Same;
    }

    /// <summary>Looks whether the value is an object of one property, without moving.</summary>
    private readonly bool Only(out string name, out Utf8JsonReader value)
    {
        name = "";
        value = default;
        var ahead = this.json;
        if (ahead.TokenType != JsonTokenType.StartObject || !ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName) return false;
        name = ahead.GetString()!;
        ahead.Read();
        value = ahead;
        ahead.Skip();
        return ahead.Read() && ahead.TokenType == JsonTokenType.EndObject;
    }
}

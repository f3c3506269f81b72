using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

public ref partial struct ToolReader
{
    /// <summary>Begins an object; <see cref="Next"/> then steps through its members.</summary>
    public ToolMembers Object(ToolShape shape)
    {
        var members = new ToolMembers { Shape = shape, Start = this.json.TokenStartIndex, Index = -1 };
        if (this.json.TokenType == JsonTokenType.StartObject) return members;
        this.Mismatch("an object");
        members.Done = true;
        return members;
    }

    /// <summary>Begins an array of exactly <paramref name="length"/> elements, each of its own type.</summary>
    public ToolMembers Tuple(int length)
    {
        var members = new ToolMembers { Start = this.json.TokenStartIndex, Length = length, Index = -1 };
        if (this.json.TokenType == JsonTokenType.StartArray) return members;
        this.Mismatch("an array");
        members.Done = true;
        return members;
    }

    /// <summary>Goes to the next member's value; at the end reports what is missing.</summary>
    public bool Next(ref ToolMembers members)
    {
        if (members.Done) return false;
        return members.Shape is { } shape ? this.NextProperty(ref members, shape) : this.NextElement(ref members);
    }

    /// <summary>An array of one type.</summary>
    public IReadOnlyList<T> List<T>(ToolRead<T> read, SchemaRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (this.json.TokenType != JsonTokenType.StartArray)
        {
            this.Mismatch("an array");
            return [];
        }

        var start = this.json;
        var items = new List<T>();
        while (this.json.Read() && this.json.TokenType != JsonTokenType.EndArray) items.Add(read(ref this));
        if (rule is not null && !rule.TakesCount(items.Count)) rule.CheckItems(ref this, start, items.Count);
        return items;
    }

    /// <summary>An object whose members are all of one type; in written order.</summary>
    public IReadOnlyDictionary<string, T> Map<T>(ToolRead<T> read, SchemaRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        var map = new Dictionary<string, T>();
        if (this.json.TokenType != JsonTokenType.StartObject)
        {
            this.Mismatch("an object");
            return map;
        }

        var start = this.json;
        while (this.json.Read() && this.json.TokenType != JsonTokenType.EndObject)
        {
            var name = this.json.GetString()!;
            var place = this.json.TokenStartIndex;
            this.json.Read();
            if (map.ContainsKey(name)) this.Repeated(place);
            else map.Add(name, read(ref this));
        }

        if (rule is not null && !rule.TakesCount(map.Count)) rule.CheckMemberCount(ref this, start, map.Count);
        return map;
    }

    /// <summary>Any JSON, kept as it is; checked by the whole rule.</summary>
    public JsonElement Element(SchemaRule? rule = null)
    {
        if (!this.Check(rule ?? SchemaRule.Anything)) return default;
        return JsonElement.ParseValue(ref this.json);
    }

    /// <summary>Which case of a union an object is, told by a property of constant text; the object is not read yet.</summary>
    /// <param name="property">The property's name in UTF-8.</param>
    /// <param name="values">Its constants, a case each.</param>
    /// <returns>The case's place; −1 where it is none, which is noted and passed over.</returns>
    public int Case(ReadOnlySpan<byte> property, params ReadOnlySpan<string> values)
    {
        if (this.json.TokenType != JsonTokenType.StartObject)
        {
            this.Mismatch("an object");
            return -1;
        }

        var copy = this.json;
        while (copy.Read() && copy.TokenType != JsonTokenType.EndObject)
        {
            var isProperty = copy.ValueTextEquals(property);
            copy.Read();
            if (!isProperty)
            {
                copy.Skip();
                continue;
            }

            for (var i = 0; i < values.Length; i++)
                if (copy.TokenType == JsonTokenType.String && copy.ValueTextEquals(values[i])) return i;
            this.NoCase(copy, values);
            return -1;
        }

        this.Missing(this.json.TokenStartIndex, System.Text.Encoding.UTF8.GetString(property));
        this.json.Skip();
        return -1;
    }

    private void NoCase(Utf8JsonReader at, scoped ReadOnlySpan<string> values)
    {
        var names = values.ToArray();
        this.ErrorAt(at.TokenStartIndex, Faults.Enum([.. names.Select(ErrorList.Quote)], names));
        this.json.Skip();
    }

    private bool NextProperty(ref ToolMembers members, ToolShape shape)
    {
        while (this.json.Read() && this.json.TokenType == JsonTokenType.PropertyName)
        {
            var place = this.json.TokenStartIndex;
            var index = shape.Find(ref this.json, members.Index + 1);
            if (index >= 0)
            {
                this.json.Read();
                if (members.Mark(index))
                {
                    members.Index = index;
                    return true;
                }

                this.Repeated(place);
                continue;
            }

            var name = this.json.GetString()!;
            if (shape.Unknown == UnknownMembers.Refused)
            {
                this.Unknown(place, shape.Names);
                this.json.Skip();
                continue;
            }

            this.json.Read();
            if (!(members.SeenNames ??= []).Add(name)) this.Repeated(place);
            else if (shape.Unknown == UnknownMembers.Ignored) this.json.Skip();
            else
            {
                members.Index = -1;
                members.Name = name;
                return true;
            }
        }

        members.Done = true;
        for (var i = 0; i < shape.Required.Length; i++)
            if (shape.Required[i] && !members.Has(i)) this.Missing(members.Start, shape.Names[i]);
        return false;
    }

    private bool NextElement(ref ToolMembers members)
    {
        while (this.json.Read() && this.json.TokenType != JsonTokenType.EndArray)
        {
            if (++members.Index < members.Length) return true;
            this.json.Skip();
        }

        members.Done = true;
        var count = members.Index + 1;
        if (count != members.Length)
            this.ErrorAt(members.Start, count < members.Length ? Faults.MinItems(members.Length) : Faults.MaxItems(members.Length));
        return false;
    }

    /// <summary>Notes a required property that is absent, at its own pointer.</summary>
    internal void Missing(long start, string name, Fault? fault = null)
    {
        if (!this.Tells()) return;
        this.errors ??= new(this.code);
        if (!this.errors.IsFull) this.errors.Add(JsonPointers.Append(JsonPointers.At(this.utf8, start), name), fault ?? Faults.Missing);
    }

    internal void Unknown(long place, IReadOnlyList<string> names)
    {
        if (this.Tells()) this.ErrorOfMember(place, Faults.Unknown(names, null));
    }

    /// <summary>Notes a name that came before in the same object, and passes over its value.</summary>
    internal void Repeated(long place)
    {
        if (this.Tells()) this.ErrorOfMember(place, Faults.Repeated);
        this.json.Skip();
    }
}

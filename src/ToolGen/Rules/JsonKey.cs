using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>A text that is equal for equal JSON values: members in any order, numbers by value (<c>1</c> is <c>1.0</c>), strings by characters.</summary>
internal static class JsonKey
{
    public static string Of(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = ToolReader.MaxDepth });
        reader.Read();
        return Of(ref reader);
    }

    /// <summary>Of the value the reader stands on; ends on its last token.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return "s" + reader.GetString();
        var key = new StringBuilder();
        Append(ref reader, key);
        return key.ToString();
    }

    private static void Append(ref Utf8JsonReader reader, StringBuilder key)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                AppendObject(ref reader, key);
                break;
            case JsonTokenType.StartArray:
                key.Append('[');
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) AppendFramed(ref reader, key);
                key.Append(']');
                break;
            case JsonTokenType.String:
                key.Append('s').Append(reader.GetString());
                break;
            case JsonTokenType.Number:
                key.Append('n').Append(ExactNumber.Key(reader.ValueSpan));
                break;
            default:
                key.Append(reader.TokenType switch { JsonTokenType.True => 't', JsonTokenType.False => 'f', _ => '0' });
                break;
        }
    }

    private static void AppendObject(ref Utf8JsonReader reader, StringBuilder key)
    {
        var members = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            var value = new StringBuilder();
            Append(ref reader, value);
            members[name] = value.ToString();
        }

        key.Append('{');
        foreach (var (name, value) in members) Frame(Frame(key, name), value);
        key.Append('}');
    }

    private static void AppendFramed(ref Utf8JsonReader reader, StringBuilder key)
    {
        var part = new StringBuilder();
        Append(ref reader, part);
        Frame(key, part.ToString());
    }

    // The length in front keeps ["a,sb"] and ["a","b"] apart.
    private static StringBuilder Frame(StringBuilder key, string part) => key.Append(part.Length).Append(':').Append(part);
}

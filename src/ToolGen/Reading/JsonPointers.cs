using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ToolGen;

/// <summary>JSON Pointers (RFC 6901), found again from the text when an error needs one, so that a call without errors pays nothing.</summary>
internal static class JsonPointers
{
    /// <summary>The pointer of the value that begins at <paramref name="offset"/>, or would begin there in text that is not yet complete.</summary>
    public static string At(ReadOnlySpan<byte> utf8, long offset)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ToolReader.MaxDepth }));
        var frames = new List<Frame>();
        while (reader.Read() && reader.TokenStartIndex <= offset && (reader.TokenStartIndex < offset || reader.TokenType == JsonTokenType.PropertyName))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Count(frames);
                    frames.Add(new(reader.TokenType == JsonTokenType.StartArray));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    frames.RemoveAt(frames.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    frames[^1].Name = reader.GetString();
                    if (reader.TokenStartIndex == offset) return Join(frames);
                    break;
                default:
                    Count(frames);
                    break;
            }
        }

        Count(frames);
        return Join(frames);
    }

    /// <summary>A pointer one step deeper.</summary>
    public static string Append(string pointer, string name) => pointer + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static void Count(List<Frame> frames)
    {
        if (frames.Count > 0 && frames[^1].IsArray) frames[^1].Index++;
    }

    private static string Join(List<Frame> frames)
    {
        var pointer = new StringBuilder();
        foreach (var frame in frames)
        {
            if (frame.IsArray) pointer.Append('/').Append(Math.Max(frame.Index, 0).ToString(CultureInfo.InvariantCulture));
            else if (frame.Name is { } name) pointer.Append(Append("", name));
        }

        return pointer.ToString();
    }

    private sealed class Frame(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}

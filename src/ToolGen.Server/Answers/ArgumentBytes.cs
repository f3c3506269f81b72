using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ToolGen.Server.Answers;

/// <summary>Arguments as a tool takes them.</summary>
internal static class ArgumentBytes
{
    /// <summary>One object; each value as it came: what is wrong with it is the tool's to say, where a model reads why.</summary>
    public static ReadOnlyMemory<byte> Of(IDictionary<string, JsonElement>? arguments)
    {
        if (arguments is null) return default;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1_000 }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The value as it came; empty: none.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement? value) => value is { } given ? JsonMarshal.GetRawUtf8Value(given).ToArray() : default;
}

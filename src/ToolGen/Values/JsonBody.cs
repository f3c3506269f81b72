using System;
using System.Text.Json;

namespace ToolGen.Values;

/// <summary>JSON with values in it: the body of a request, the arguments of a step; called by generated code.</summary>
public static class JsonBody
{
    /// <summary>Most bytes of a body: 8 MiB.</summary>
    public const long MaxBytes = 8L << 20;

    /// <summary>JSON of the spec that stands for itself.</summary>
    public static JsonElement Constant(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Writes one JSON value.</summary>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ToolException"><c>limit</c>: it is too long; <c>invalid_input</c>: a value is none of JSON's, such as a lone surrogate or NaN.</exception>
    public static ReadOnlyMemory<byte> Of(Action<ToolWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var written = ToolWriter.Write(write, static (writer, write) => write(writer), ToolErrorCodes.InvalidInput, MaxBytes);
        if (!written.IsError) return written.Output;
        var error = written.Errors[0];
        throw new ToolException(error.Code, error.Code == ToolErrorCodes.Limit ? $"what is sent is longer than {MaxBytes} bytes" : error.Message);
    }
}

using System;
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What the calls written by hand share: checks of single values, and a writer that each thread uses again.</summary>
internal static class HandJson
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static void Begin(ref Utf8JsonReader reader, JsonTokenType token = JsonTokenType.StartObject)
    {
        if (reader.TokenType != token) throw new FormatException("expected " + token);
    }

    /// <summary>Steps to the next member's name.</summary>
    public static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps to the value of a member that may stand once.</summary>
    public static void Once(ref Utf8JsonReader reader, bool isFirst)
    {
        if (!isFirst) throw new FormatException("twice");
        reader.Read();
    }

    /// <summary>Refuses whatever stands behind the value.</summary>
    public static void End(ref Utf8JsonReader reader)
    {
        if (reader.Read()) throw new FormatException("more behind the value");
    }

    public static double Number(ref Utf8JsonReader reader, double least, double most) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && value >= least && value <= most ? value : throw new FormatException("no number of the range");

    public static int Integer(ref Utf8JsonReader reader, int least, int most) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) && value >= least && value <= most ? value : throw new FormatException("no integer of the range");

    public static bool Boolean(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.TokenType == JsonTokenType.True : throw new FormatException("no boolean");

    public static string Text(ref Utf8JsonReader reader, int least, int most)
    {
        if (reader.TokenType != JsonTokenType.String) throw new FormatException("no string");
        var text = reader.GetString()!;
        if (text.Length < least || (text.Length > most && Runes(text) > most)) throw new FormatException("length");
        return text;
    }

    public static Exception Unknown() => new FormatException("unknown property");

    public static T Required<T>(T? value)
        where T : class => value ?? throw new FormatException("missing");

    public static T Required<T>(T? value)
        where T : struct => value ?? throw new FormatException("missing");

    public static double Checked(double value, double least) => value >= least && double.IsFinite(value) ? value : throw new FormatException("output");

    /// <summary>The thread's writer, empty.</summary>
    public static Utf8JsonWriter Write()
    {
        buffer ??= new(256);
        buffer.ResetWrittenCount();
        writer ??= new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        writer.Reset();
        return writer;
    }

    /// <summary>What was written.</summary>
    public static byte[] Written()
    {
        writer!.Flush();
        return buffer!.WrittenSpan.ToArray();
    }

    private static int Runes(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}

using System;
using System.Text;
using ToolGen.Values;

namespace ToolGen.Http;

/// <summary>Pairs <c>name=value</c>, each part encoded: a query or a form.</summary>
internal static class HttpParameters
{
    /// <summary>Adds a pair: a list repeats its name, null leaves it out.</summary>
    /// <param name="text">What there is.</param>
    /// <param name="separator">What stands before the pair.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, or a list of values.</param>
    /// <param name="pointer">The argument that it comes from; null: none.</param>
    /// <param name="maxLength">Most characters of the whole.</param>
    public static void Append(StringBuilder text, string separator, string name, object? value, string? pointer, int maxLength)
    {
        if (ValueText.IsNull(value)) return;
        if (ValueText.Of(value!) is { } one)
        {
            AppendPair(text, separator, name, one, pointer, maxLength);
            return;
        }

        if (ValueText.Elements(value!) is not { } elements) throw Bad(name, "an object has no place in a list of parameters", pointer);
        foreach (var element in elements)
        {
            if (ValueText.IsNull(element)) continue;
            AppendPair(text, separator, name, ValueText.Of(element!) ?? throw Bad(name, "its elements are lists or objects", pointer), pointer, maxLength);
            separator = "&";
        }
    }

    /// <summary>Percent-encodes all but letters, digits and <c>-._~</c>.</summary>
    public static string Encode(string value, string? pointer)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1])) throw Bad("a value", "it holds half of a surrogate pair", pointer);
            i++;
        }

        return Uri.EscapeDataString(value);
    }

    /// <summary>What stands before a pair that is added to an address.</summary>
    public static string SeparatorOf(StringBuilder address)
    {
        if (address[^1] is '?' or '&') return "";
        foreach (var chunk in address.GetChunks())
            if (chunk.Span.Contains('?')) return "&";
        return "?";
    }

    private static void AppendPair(StringBuilder text, string separator, string name, string value, string? pointer, int maxLength)
    {
        text.Append(separator).Append(Encode(name, null)).Append('=').Append(Encode(value, pointer));
        if (text.Length > maxLength) throw new ToolException(ToolErrorCodes.Limit, $"what is sent is longer than {maxLength} characters") { Pointer = pointer };
    }

    private static ToolException Bad(string name, string why, string? pointer) =>
        new(ToolErrorCodes.InvalidInput, $"{name} cannot be sent: {why}") { Pointer = pointer };
}

using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Text.Json;

namespace ToolGen.Values;

/// <summary>The same as <see cref="HoleText"/> for values whose type only the run knows.</summary>
internal static class ValueText
{
    /// <summary>The text of one value; null where it is a list, an object or nothing that JSON has.</summary>
    public static string? Of(object value) => value switch
    {
        string text => text,
        bool flag => HoleText.Of(flag),
        int number => HoleText.Of(number),
        long number => HoleText.Of(number),
        double number => HoleText.Of(number),
        float number => HoleText.Of(number),
        decimal number => HoleText.Of(number),
        BigInteger number => HoleText.Of(number),
        char letter => letter.ToString(),
        DateOnly date => HoleText.Of(date),
        TimeOnly time => HoleText.Of(time),
        DateTimeOffset instant => HoleText.Of(instant),
        TimeSpan duration => HoleText.Of(duration),
        Guid id => HoleText.Of(id),
        ReadOnlyMemory<byte> bytes => HoleText.Of(bytes),
        JsonElement { ValueKind: not (JsonValueKind.Array or JsonValueKind.Object) } json => HoleText.Of(json),
        _ => null,
    };

    /// <summary>The elements of a list; null where it is none.</summary>
    public static IEnumerable<object?>? Elements(object value) => value switch
    {
        string or IDictionary => null,
        JsonElement { ValueKind: JsonValueKind.Array } json => Items(json),
        IEnumerable sequence when !IsMap(sequence) => Items(sequence),
        _ => null,
    };

    /// <summary>Whether it stands for JSON's null.</summary>
    public static bool IsNull(object? value) => value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined };

    private static bool IsMap(IEnumerable sequence) => sequence is IReadOnlyDictionary<string, string> or IReadOnlyDictionary<string, object?>;

    private static IEnumerable<object?> Items(IEnumerable sequence)
    {
        foreach (var item in sequence) yield return item;
    }

    private static IEnumerable<object?> Items(JsonElement json)
    {
        foreach (var item in json.EnumerateArray()) yield return item;
    }
}

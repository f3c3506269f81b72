using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Values;

/// <summary>Fits the values of a result to the typed slots of an output; called by generated code.</summary>
public static class Slots
{
    /// <summary>A list of the elements; null stays null.</summary>
    public static IReadOnlyList<T> List<T>(IEnumerable<T>? values) => values switch
    {
        null => null!,
        IReadOnlyList<T> list => list,
        _ => [.. values],
    };

    /// <summary>A list with each element made anew; null stays null.</summary>
    public static IReadOnlyList<TResult> Map<T, TResult>(IEnumerable<T>? values, Func<T, TResult> make)
    {
        if (values is null) return null!;
        var list = new List<TResult>(values.TryGetNonEnumeratedCount(out var count) ? count : 4);
        foreach (var value in values) list.Add(make(value));
        return list;
    }

    /// <summary>A value made of another; null stays null.</summary>
    public static TResult One<T, TResult>(T? value, Func<T, TResult> make) => value is null ? default! : make(value);

    /// <summary>An integer of 32 bits, where the output's bounds are that narrow.</summary>
    /// <exception cref="ToolException"><c>invalid_output</c>: it has more.</exception>
    public static int Int32(long value) => value is >= int.MinValue and <= int.MaxValue
        ? (int)value
        : throw new ToolException(ToolErrorCodes.InvalidOutput, $"the output cannot hold {value}: its schema allows integers of 32 bits");

    /// <inheritdoc cref="Int32(long)"/>
    public static int? Int32(long? value) => value is { } wide ? Int32(wide) : null;

    /// <summary>A 32-bit integer as it is.</summary>
    public static int Int32(int value) => value;

    /// <inheritdoc cref="Int32(int)"/>
    public static int? Int32(int? value) => value;
}

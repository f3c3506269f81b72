using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace ToolGen;

/// <summary>What a reader does with a member that the schema does not name.</summary>
public enum UnknownMembers
{
    /// <summary>An error, with the nearest name.</summary>
    Refused,

    /// <summary>Passed over.</summary>
    Ignored,

    /// <summary>Handed out with its name, index −1.</summary>
    Kept,
}

/// <summary>The members of one object type: names, which are required, and what becomes of others.</summary>
public sealed class ToolShape
{
    private readonly byte[][] utf8Names;

    /// <param name="unknown">What becomes of members that are not listed.</param>
    /// <param name="names">Every property, in schema order; a required one ends with <c>!</c>, an optional one with <c>?</c>.</param>
    public ToolShape(UnknownMembers unknown, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        this.Unknown = unknown;
        var plain = new string[names.Length];
        this.utf8Names = new byte[names.Length][];
        this.Required = new bool[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            plain[i] = names[i][..^1];
            this.utf8Names[i] = Encoding.UTF8.GetBytes(plain[i]);
            this.Required[i] = names[i][^1] == '!';
        }

        this.Names = plain;
    }

    internal UnknownMembers Unknown { get; }

    internal IReadOnlyList<string> Names { get; }

    internal bool[] Required { get; }

    /// <summary>The index of the name the reader stands on, or −1. Members mostly come in schema order, so the search begins at <paramref name="expected"/>.</summary>
    internal int Find(ref Utf8JsonReader json, int expected)
    {
        var names = this.utf8Names;
        for (var i = expected; i < names.Length; i++)
            if (json.ValueTextEquals(names[i])) return i;
        for (var i = 0; i < expected && i < names.Length; i++)
            if (json.ValueTextEquals(names[i])) return i;
        return -1;
    }
}

/// <summary>Where a reader stands in an object or a tuple: made by <see cref="ToolReader.Object"/> and <see cref="ToolReader.Tuple"/>.</summary>
public ref struct ToolMembers
{
    internal ToolShape? Shape;
    internal long Start;
    internal int Length;
    internal bool Done;
    internal ulong Seen;
    internal bool[]? SeenMore;
    internal HashSet<string>? SeenNames;

    /// <summary>The property's place in the shape, or the element's in the tuple; −1 for a member that is kept by <see cref="Name"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>The name of a kept member.</summary>
    public string? Name { get; internal set; }

    internal bool Mark(int index)
    {
        if (index < 64)
        {
            var bit = 1UL << index;
            var again = (this.Seen & bit) != 0;
            this.Seen |= bit;
            return !again;
        }

        this.SeenMore ??= new bool[this.Shape!.Names.Count];
        if (this.SeenMore[index]) return false;
        return this.SeenMore[index] = true;
    }

    internal readonly bool Has(int index) => index < 64 ? (this.Seen & (1UL << index)) != 0 : this.SeenMore is { } more && more[index];
}

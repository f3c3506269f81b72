using System;
using System.Collections;
using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>Where a pattern matched.</summary>
sealed partial class PatternMatch
{
    internal PatternMatch(string text, int[] slots, string?[] groupNames)
    {
        Index = slots[0];
        Length = slots[1] - slots[0];
        Groups = new(text, slots, groupNames);
    }

    /// <summary>The text that matched.</summary>
    public string Value => Groups[0]!;

    /// <summary>Where it begins, in UTF-16 units from 0.</summary>
    public int Index { get; }

    /// <summary>How long it is, in UTF-16 units; 0 for an empty match.</summary>
    public int Length { get; }

    /// <summary>What the groups captured.</summary>
    public PatternGroups Groups { get; }

    /// <summary>The text that matched.</summary>
    public override string ToString() => Value;
}

/// <summary>The captures of a match. Group 0 is the match itself; null stands for a group that took no part.</summary>
sealed partial class PatternGroups : IReadOnlyList<string?>
{
    private readonly string text;
    private readonly int[] slots;
    private readonly string?[] names;

    internal PatternGroups(string text, int[] slots, string?[] names)
    {
        this.text = text;
        this.slots = slots;
        this.names = names;
    }

    /// <summary>How many there are, group 0 included.</summary>
    public int Count => names.Length;

    /// <summary>What a group captured, by its number; null also for a number that no group has.</summary>
    public string? this[int number] =>
        number < 0 || number >= Count || slots[2 * number] < 0 ? null : text.Substring(slots[2 * number], slots[(2 * number) + 1] - slots[2 * number]);

    /// <summary>What a group captured, by its name; null also for a name that no group has.</summary>
    public string? this[string name] => NumberOf(name) is > 0 and var number ? this[number] : null;

    /// <inheritdoc/>
    public IEnumerator<string?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool AreNamed => Array.Exists(names, name => name is not null);

    private int NumberOf(string name) => Array.IndexOf(names, name);
}

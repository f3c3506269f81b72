using System.Collections.Generic;

namespace ToolGen.Specification.Capabilities;

/// <summary>What a tool may do: lines of capabilities.</summary>
public sealed class CapabilitySet(IReadOnlyList<Capability> all)
{
    public IReadOnlyList<Capability> All { get; } = all;

    /// <summary>Reads lines; those that are none are left out, so that they allow nothing.</summary>
    public static CapabilitySet Of(IEnumerable<string> lines)
    {
        var all = new List<Capability>();
        foreach (var line in lines)
            if (Capability.TryParse(line) is { } capability) all.Add(capability);
        return new(all);
    }

    /// <summary>Whether one line allows it.</summary>
    public bool Allows(Capability effect)
    {
        foreach (var capability in this.All)
            if (capability.Covers(effect)) return true;
        return false;
    }

    /// <summary>The lines that no other one covers, in their order; of equal ones the first.</summary>
    public CapabilitySet Shortest()
    {
        var kept = new List<Capability>();
        for (var i = 0; i < this.All.Count; i++)
            if (!this.IsRepeated(i)) kept.Add(this.All[i]);
        return new(kept);
    }

    /// <summary>Whether another line allows everything that the one at an index does.</summary>
    public bool IsRepeated(int index)
    {
        var one = this.All[index];
        for (var i = 0; i < this.All.Count; i++)
            if (i != index && this.All[i].Covers(one) && (i < index || !one.Covers(this.All[i]))) return true;
        return false;
    }
}

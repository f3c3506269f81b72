using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;

namespace ToolGen.Generator.Signatures;

/// <summary>The tools that a spec can call: those of the same build. Immutable, compared by value.</summary>
public sealed class ToolSignatures : IEquatable<ToolSignatures>
{
    private readonly EquatableArray<ToolSignature> all;
    private readonly Dictionary<string, ToolSignature> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="all">Of several of one name the first counts.</param>
    public ToolSignatures(IEnumerable<ToolSignature> all)
    {
        this.all = all.ToEquatableArray();
        foreach (var signature in this.all)
            if (!this.byName.ContainsKey(signature.Name)) this.byName.Add(signature.Name, signature);
    }

    /// <summary>No tools.</summary>
    public static ToolSignatures None { get; } = new([]);

    /// <summary>The names of all, in the order given.</summary>
    public IEnumerable<string> Names => this.all.Select(signature => signature.Name);

    /// <summary>The tool of a name, ignoring case; null where there is none.</summary>
    public ToolSignature? Find(string name) => this.byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>
    /// What these names need: the tools themselves, those that they call, and so on, in ordinal order. Where a name is not to be found, all names
    /// stand there without their schemas, so that a finding can say which one is near.
    /// </summary>
    public ToolSignatures Reach(IEnumerable<string> names)
    {
        var reached = new SortedDictionary<string, ToolSignature>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(names);
        if (open.Count == 0) return None;
        var isMissing = false;
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (reached.ContainsKey(name)) continue;
            if (this.Find(name) is not { } found)
            {
                isMissing = true;
                continue;
            }

            reached.Add(name, found);
            foreach (var called in found.Calls) open.Enqueue(called);
        }

        if (!isMissing) return new(reached.Values);
        return new(reached.Values.Concat(this.all.Where(signature => !reached.ContainsKey(signature.Name)).Select(signature => new ToolSignature(signature.Name, signature.Version, "", ""))));
    }

    /// <summary>What a tool may do, the tools that it calls included.</summary>
    public ToolEffect EffectOf(ToolSignature tool)
    {
        var effect = tool.Effect;
        foreach (var reached in this.Reach(tool.Calls).all)
            if (reached.Effect > effect) effect = reached.Effect;
        return effect;
    }

    /// <summary>The names on a shortest way from a tool to <paramref name="caller"/>, both included; null where there is none.</summary>
    public IReadOnlyList<string>? Way(ToolSignature tool, string caller)
    {
        var before = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [tool.Name] = "" };
        var open = new Queue<string>([tool.Name]);
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (string.Equals(name, caller, StringComparison.OrdinalIgnoreCase)) return Back(name, before);
            foreach (var called in this.Find(name)?.Calls ?? default)
            {
                if (before.ContainsKey(called)) continue;
                before.Add(called, name);
                open.Enqueue(called);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(ToolSignatures? other) => other is not null && this.all.Equals(other.all);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => this.Equals(obj as ToolSignatures);

    /// <inheritdoc/>
    public override int GetHashCode() => this.all.GetHashCode();

    private static List<string> Back(string name, Dictionary<string, string> before)
    {
        var way = new List<string>();
        for (var at = name; at.Length > 0; at = before[at]) way.Insert(0, at);
        return way;
    }
}

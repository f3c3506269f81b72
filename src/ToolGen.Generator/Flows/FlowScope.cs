using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Flows;

/// <summary>A name of C# as far as it is followed.</summary>
/// <param name="Taint">Where its value comes from.</param>
/// <param name="Source">What it was made of, while it was assigned once.</param>
/// <param name="Keys">The other names of the very same value: a check of it is one of them.</param>
internal sealed record FlowName(Taint Taint, ExpressionSyntax? Source, IReadOnlyList<string> Keys);

/// <summary>The names at one point of some C#, and what was checked up to there.</summary>
internal sealed class FlowScope
{
    private Dictionary<string, FlowName> names = new(StringComparer.Ordinal);
    private Dictionary<string, Harm> cleared = new(StringComparer.Ordinal);

    public FlowName? Find(string name) => this.names.TryGetValue(name, out var found) ? found : null;

    public void Set(string name, Taint taint, ExpressionSyntax? source = null, IReadOnlyList<string>? keys = null) => this.names[name] = new(taint, source, keys ?? []);

    /// <summary>A name becomes another value too.</summary>
    public void Add(string name, Taint taint) => this.Set(name, (this.Find(name)?.Taint ?? Taint.None).Join(taint));

    /// <summary>A value without what checks have cleared.</summary>
    public Taint Checked(Taint taint) => this.cleared.Count == 0 ? taint : taint.Map((origin, harm) => harm & ~this.ClearedOf(origin));

    /// <summary>Notes what a check has shown: of a name with <c>$</c> in front, or of an origin.</summary>
    public void Clear(IReadOnlyDictionary<string, Harm> shown)
    {
        foreach (var one in shown)
        {
            if (one.Key[0] != '$') this.cleared[one.Key] = (this.cleared.TryGetValue(one.Key, out var known) ? known : Harm.None) | one.Value;
            else if (this.Find(one.Key.Substring(1)) is { } name) this.names[one.Key.Substring(1)] = name with { Taint = name.Taint.Less(one.Value) };
        }
    }

    public FlowScope Copy() => new() { names = new(this.names, StringComparer.Ordinal), cleared = new(this.cleared, StringComparer.Ordinal) };

    public void Become(FlowScope other) => (this.names, this.cleared) = (other.names, other.cleared);

    /// <summary>What holds behind both of two ways.</summary>
    public void Become(FlowScope one, FlowScope other)
    {
        var joined = one.Copy();
        foreach (var name in other.names)
        {
            if (one.Find(name.Key) is not { } known) joined.names[name.Key] = name.Value;
            else if (known != name.Value) joined.names[name.Key] = new(known.Taint.Join(name.Value.Taint), ReferenceEquals(known.Source, name.Value.Source) ? known.Source : null, known.Keys.Intersect(name.Value.Keys).ToList());
        }

        joined.cleared = one.cleared.ToDictionary(entry => entry.Key, entry => entry.Value & (other.cleared.TryGetValue(entry.Key, out var harm) ? harm : Harm.None));
        this.Become(joined);
    }

    private Harm ClearedOf(string origin)
    {
        var harm = Harm.None;
        for (var end = origin.Length; end > 0; end = origin.LastIndexOf('.', end - 1))
            if (this.cleared.TryGetValue(origin.Substring(0, end), out var known)) harm |= known;
        return harm;
    }
}

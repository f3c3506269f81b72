using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Generator.Flows;

/// <summary>What a value can harm where it arrives.</summary>
[Flags]
internal enum Harm
{
    None = 0,

    /// <summary>Of a file.</summary>
    Path = 1,

    /// <summary>The path of an address whose host is fixed.</summary>
    Address = 2,

    /// <summary>The host of an address.</summary>
    Host = 4,

    /// <summary>The text of a statement.</summary>
    Sql = 8,

    All = Path | Address | Host | Sql,
}

/// <summary>Where a value comes from, as dotted names in C# such as <c>input.Path</c> or <c>sales.Rows.File</c>, and what it can still harm. Immutable.</summary>
internal sealed class Taint
{
    // A value that has more origins than that is judged by the first: findings name few.
    private const int Most = 48;
    private const int MostSegments = 10;

    private readonly Dictionary<string, Harm> origins;

    private Taint(Dictionary<string, Harm> origins) => this.origins = origins;

    public static Taint None { get; } = new([]);

    public IReadOnlyDictionary<string, Harm> Origins => this.origins;

    public bool IsNone => this.origins.Count == 0;

    public static Taint Of(string origin, Harm harm = Harm.All) => harm == Harm.None ? None : new(new(StringComparer.Ordinal) { [origin] = harm });

    public static Taint Of(IEnumerable<KeyValuePair<string, Harm>> origins)
    {
        var all = new Dictionary<string, Harm>(StringComparer.Ordinal);
        foreach (var origin in origins)
        {
            if (origin.Value == Harm.None) continue;
            if (all.TryGetValue(origin.Key, out var known)) all[origin.Key] = known | origin.Value;
            else if (all.Count < Most) all.Add(origin.Key, origin.Value);
        }

        return all.Count == 0 ? None : new(all);
    }

    public Taint Join(Taint other) => other.IsNone || ReferenceEquals(this, other) ? this : this.IsNone ? other : Of(this.origins.Concat(other.origins));

    public Taint Less(Harm harm) => harm == Harm.None || this.IsNone ? this : this.Map((_, known) => known & ~harm);

    public Taint Only(Harm harm) => this.Less(Harm.All & ~harm);

    public Taint Map(Func<string, Harm, Harm> harm) => this.IsNone ? this : Of(this.origins.Select(origin => new KeyValuePair<string, Harm>(origin.Key, harm(origin.Key, origin.Value))));

    /// <summary>A member of the value.</summary>
    public Taint Member(string name) => this.Rename(origin => origin.Count(sign => sign == '.') < MostSegments ? origin + "." + name : origin);

    public Taint Rename(Func<string, string> name) => this.IsNone ? this : Of(this.origins.Select(origin => new KeyValuePair<string, Harm>(name(origin.Key), origin.Value)));
}

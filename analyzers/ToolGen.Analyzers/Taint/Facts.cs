using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Backtracking;

namespace ToolGen.Analyzers.Taint;

/// <summary>What follows from a truth value, where it is true and where it is false. Null: it is never that, so all follows.</summary>
internal sealed class Facts(ImmutableArray<Fact>? whenTrue, ImmutableArray<Fact>? whenFalse)
{
    public static readonly Facts None = new([], []);
    public static readonly Facts True = new([], null);
    public static readonly Facts False = new(null, []);

    public ImmutableArray<Fact>? WhenTrue { get; } = whenTrue;

    public ImmutableArray<Fact>? WhenFalse { get; } = whenFalse;

    public Facts Not => new(this.WhenFalse, this.WhenTrue);

    public bool Tell(Key key) => this.WhenTrue?.Any(fact => fact.Key.Equals(key)) == true || this.WhenFalse?.Any(fact => fact.Key.Equals(key)) == true;

    public Facts Without(Key key) => new(this.WhenTrue?.RemoveAll(fact => fact.Key.Equals(key)), this.WhenFalse?.RemoveAll(fact => fact.Key.Equals(key)));

    public static Facts IfTrue(params Fact[] facts) => new([.. facts], []);

    /// <summary>Both hold: one of two tests was this, the other that, and it is not known which.</summary>
    public static Facts Either(Facts a, Facts b) => new(Meet(a.WhenTrue, b.WhenTrue), Meet(a.WhenFalse, b.WhenFalse));

    /// <summary>Also what already holds where this truth was found.</summary>
    public Facts With(ImmutableArray<Fact> held) => held.IsEmpty ? this : new(this.WhenTrue?.AddRange(held), this.WhenFalse?.AddRange(held));

    public static Facts And(Facts a, Facts b) => new(Join(a.WhenTrue, b.WhenTrue), Meet(a.WhenFalse, b.WhenFalse));

    private static ImmutableArray<Fact>? Join(ImmutableArray<Fact>? a, ImmutableArray<Fact>? b) => a is null || b is null ? null : a.Value.AddRange(b.Value);

    public static ImmutableArray<Fact>? Meet(ImmutableArray<Fact>? a, ImmutableArray<Fact>? b)
    {
        if (a is null) return b;
        if (b is null) return a;
        var met = ImmutableArray.CreateBuilder<Fact>();
        foreach (var one in Merged(a.Value))
            foreach (var other in Merged(b.Value))
            {
                if (!one.Key.Equals(other.Key) || one.Elements != other.Elements) continue;
                var allowed = one.Allowed is { } mine && other.Allowed is { } theirs ? mine.Or(theirs) : null;
                if ((one.Cleared & other.Cleared) is var both && (both != Danger.None || allowed is not null)) met.Add(one with { Cleared = both, Allowed = allowed });
            }

        return met.ToImmutable();
    }

    private static IEnumerable<Fact> Merged(ImmutableArray<Fact> facts) =>
        facts.Length <= 1 ? facts : facts.GroupBy(fact => (fact.Key, fact.Elements)).Select(group => group.Aggregate((a, b) => a with { Cleared = a.Cleared | b.Cleared, Allowed = a.Allowed is { } mine ? b.Allowed is { } theirs ? mine.And(theirs) : mine : b.Allowed }));

    public bool SameAs(Facts other) => Same(this.WhenTrue, other.WhenTrue) && Same(this.WhenFalse, other.WhenFalse);

    private static bool Same(ImmutableArray<Fact>? a, ImmutableArray<Fact>? b) =>
        a is null ? b is null : b is not null && a.Value.Length == b.Value.Length && a.Value.All(b.Value.Contains);
}

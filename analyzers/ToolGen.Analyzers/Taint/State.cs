using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace ToolGen.Analyzers.Taint;

/// <summary>What every place holds at one point of a body.</summary>
internal sealed class State
{
    // Each case of a switch is a check that was passed: what is forgotten only tells callers less.
    private const int MostHeld = 64;

    // In an order of its own: hashes of texts differ from run to run, findings must not.
    private static readonly ImmutableSortedDictionary<string, Value> NoFields = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    private readonly Dictionary<object, ImmutableSortedDictionary<string, Value>> places;

    public State() => this.places = [];

    private State(State other)
    {
        this.places = new(other.places);
        this.Held = other.Held;
    }

    /// <summary>The checks that were passed on every way to here.</summary>
    public ImmutableArray<Fact> Held { get; private set; } = [];

    public IEnumerable<object> Heads => this.places.Keys;

    public Value? this[Key key] =>
        this.places.TryGetValue(key.Head, out var fields) && fields.TryGetValue(key.Field ?? "", out var value) ? value : null;

    public ImmutableSortedDictionary<string, Value> FieldsOf(object head) =>
        this.places.TryGetValue(head, out var fields) ? fields : NoFields;

    public void Set(Key key, Value value)
    {
        this.places[key.Head] = this.FieldsOf(key.Head).SetItem(key.Field ?? "", value);
        // What a part holds is also held by the whole.
        if (key.Head is FieldAtom part && this[new(part.Parent, part.Name)] is null)
            this.Set(new(part.Parent, part.Name), Value.Of1(new(part, Danger.All, null)));
    }

    public void Hold(Fact fact)
    {
        if (this.Held.Length < MostHeld && !this.Held.Contains(fact)) this.Held = this.Held.Add(fact);
    }

    /// <summary>What was found out of a place that is written anew.</summary>
    public void Forget(Key key)
    {
        this.Held = this.Held.RemoveAll(fact => fact.Key.Equals(key));
        foreach (var head in new List<KeyValuePair<object, ImmutableSortedDictionary<string, Value>>>(this.places))
            foreach (var field in head.Value)
                if (field.Value.Facts.Tell(key)) this.places[head.Key] = this.places[head.Key].SetItem(field.Key, field.Value.WithFacts(field.Value.Facts.Without(key)));
    }

    public State Copy() => new(this);

    /// <summary>Adds what another way to the same point brings; true where something is new.</summary>
    /// <param name="other">The other way.</param>
    /// <param name="initial">What a place holds that was not written on one of the ways.</param>
    public bool JoinWith(State other, Func<Key, Value> initial)
    {
        var changed = false;
        foreach (var head in other.places)
        {
            var isKnown = this.places.TryGetValue(head.Key, out var known);
            if (isKnown && ReferenceEquals(known, head.Value)) continue;
            // An object that was made on one of the ways only is what it is there.
            if (!isKnown && head.Key is ObjectAtom)
            {
                this.places[head.Key] = head.Value;
                changed = true;
                continue;
            }

            foreach (var field in head.Value)
                changed |= this.Add(new(head.Key, field.Key.Length == 0 ? null : field.Key), field.Value, initial);
        }

        foreach (var head in new List<KeyValuePair<object, ImmutableSortedDictionary<string, Value>>>(this.places))
        {
            if (other.places.TryGetValue(head.Key, out var same) ? ReferenceEquals(same, head.Value) : head.Key is ObjectAtom) continue;
            foreach (var field in head.Value)
            {
                var key = new Key(head.Key, field.Key.Length == 0 ? null : field.Key);
                if (other[key] is null) changed |= this.Add(key, initial(key), initial);
            }
        }

        var held = Facts.Meet(this.Held, other.Held) ?? [];
        if (held.Length != this.Held.Length) changed = true;
        this.Held = held;
        return changed;
    }

    private bool Add(Key key, Value value, Func<Key, Value> initial)
    {
        var known = this[key];
        var joined = Value.Join(known ?? initial(key), value);
        if (known is not null && joined.SameAs(known)) return false;
        this.places[key.Head] = this.FieldsOf(key.Head).SetItem(key.Field ?? "", joined);
        return true;
    }
}

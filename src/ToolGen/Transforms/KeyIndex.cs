using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>Numbers keys in the order of their first appearance, capped.</summary>
internal sealed class KeyIndex<TKey>(TransformRun run, string step)
{
    // A dictionary takes no null as a key.
    private readonly Dictionary<Key, int> places = [];

    public int Count => this.places.Count;

    public int PlaceOf(TKey key, out bool isNew)
    {
        ref var place = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(this.places, new(key), out var exists);
        isNew = !exists;
        if (exists) return place;
        if (this.places.Count > run.GroupsLimit) throw run.TooManyGroups(step);
        return place = this.places.Count - 1;
    }

    private readonly record struct Key(TKey Value);
}

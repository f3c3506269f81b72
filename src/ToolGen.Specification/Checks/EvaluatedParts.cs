using System.Collections.Generic;

namespace ToolGen.Checks;

/// <summary>Which parts of a value some schema has said something about (JSON Schema Core §11): what is left is for <c>unevaluatedItems</c> and <c>unevaluatedProperties</c>.</summary>
sealed partial class EvaluatedParts
{
    private HashSet<string>? names;
    private HashSet<int>? items;
    private bool allNames;
    private bool allItems;

    // Every item below is known.
    private int first;

    public void AddName(string name) => (this.names ??= []).Add(name);

    public void AddAllNames() => this.allNames = true;

    public void AddItem(int index)
    {
        if (index == this.first) this.first++;
        else if (index > this.first) (this.items ??= []).Add(index);
    }

    public void AddAllItems() => this.allItems = true;

    public bool HasName(string name) => this.allNames || (this.names is { } known && known.Contains(name));

    public bool HasItem(int index) => this.allItems || index < this.first || (this.items is { } known && known.Contains(index));

    /// <summary>Takes over what a schema of the same value has seen.</summary>
    public void Add(EvaluatedParts other)
    {
        this.allNames |= other.allNames;
        this.allItems |= other.allItems;
        if (other.first > this.first) this.first = other.first;
        if (other.names is { } more)
        {
            if (this.names is null) this.names = more;
            else this.names.UnionWith(more);
        }

        if (other.items is not { } places) return;
        if (this.items is null) this.items = places;
        else this.items.UnionWith(places);
    }
}

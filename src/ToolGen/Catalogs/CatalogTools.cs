using System.Collections;
using System.Collections.Generic;

namespace ToolGen.Catalogs;

/// <summary>The tools of a catalog, each made when it is reached.</summary>
internal sealed class CatalogTools(ToolCatalog catalog) : IReadOnlyList<Tool>
{
    public int Count => catalog.Names.Count;

    public Tool this[int index] => catalog.At(index);

    public IEnumerator<Tool> GetEnumerator()
    {
        for (var i = 0; i < this.Count; i++) yield return catalog.At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
}

using System;
using System.Collections.Generic;
using System.Globalization;

namespace ToolGen.Prompts;

/// <summary>What definitions are called in one prompt: by the last step of their place, numbered where two would be called alike.</summary>
internal sealed class DefinitionNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly List<string> places = [];

    /// <summary>The places that were asked for, in that order.</summary>
    public IReadOnlyList<string> Places => this.places;

    public string Of(string place)
    {
        if (this.names.TryGetValue(place, out var known)) return known;
        var plain = place.Length == 0 ? "Arguments" : SchemaPlaces.NameOf(place);
        var number = this.taken[plain] = this.taken.GetValueOrDefault(plain) + 1;
        this.places.Add(place);
        return this.names[place] = SchemaWords.Name(plain) + (number == 1 ? "" : "#" + number.ToString(CultureInfo.InvariantCulture));
    }
}

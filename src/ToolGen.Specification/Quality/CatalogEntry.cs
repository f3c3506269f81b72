using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Specification.Quality;

/// <summary>A tool of a catalog as far as a choice between tools depends on it. Comparable with many others at once.</summary>
public sealed class CatalogEntry
{
    /// <param name="name">Its name.</param>
    /// <param name="description">Its description.</param>
    /// <param name="place">Where the name stands.</param>
    public CatalogEntry(string name, string description, Place place)
    {
        (this.Name, this.Place) = (name, place);
        this.Plain = DescriptionText.Plain(name);
        this.Letters = DescriptionText.Letters(name);
        this.Words = new(DescriptionText.Stems(description));
    }

    public string Name { get; }

    public Place Place { get; }

    /// <summary>The name without case and separators.</summary>
    internal string Plain { get; }

    /// <summary>The same without a plural's ending.</summary>
    internal string Letters { get; }

    internal WordSet Words { get; }

    /// <summary>Reads it from a spec, right or not; null where name or description can't be read.</summary>
    public static CatalogEntry? Of(JsonDocument document) =>
        document.Root is JsonObject root && root["name"] is JsonString name && Texts.Of(root["description"]) is { } description
            ? new(name.Value, description.Value, Place.Of(document.Source, name.Span)) : null;
}

using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Variants;

/// <summary>What a provider's strict mode accepts as the schema of a tool's arguments; the sources are in <c>src/ToolGen/docs/providers.md</c>.</summary>
public sealed class Provider
{
    private Provider(string word, string title, string keywords, string formats)
    {
        this.Word = word;
        this.Title = title;
        this.Keywords = new(keywords.Split(' '));
        this.Formats = new(formats.Split(' '));
    }

    /// <summary>Strict function calling of OpenAI.</summary>
    public static Provider OpenAI { get; } = new(
        "openai", "OpenAI",
        "enum const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf pattern format minItems maxItems",
        "date-time time date duration email hostname ipv4 ipv6 uuid")
    {
        WantsEveryProperty = true,
        Recurses = true,
        WantsDistinctFirstKeys = true,
        MaxLevels = 10,
        MaxProperties = 5_000,
        MaxEnumValues = 1_000,
        MaxText = 120_000,
    };

    /// <summary>Strict tool use of Anthropic.</summary>
    public static Provider Anthropic { get; } = new(
        "anthropic", "Anthropic",
        "enum const pattern format minItems",
        "date-time time date duration email hostname uri ipv4 ipv6 uuid")
    {
        MaxMinItems = 1,
        MaxOptional = 24,
        MaxUnions = 16,
    };

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<Provider> All { get; } = [OpenAI, Anthropic];

    /// <summary>Its name in options and file names.</summary>
    public string Word { get; }

    /// <summary>Its name in sentences.</summary>
    public string Title { get; }

    internal HashSet<string> Keywords { get; }

    internal HashSet<string> Formats { get; }

    /// <summary>Whether <c>required</c> must name every property.</summary>
    internal bool WantsEveryProperty { get; init; }

    /// <summary>Whether a schema may contain itself.</summary>
    internal bool Recurses { get; init; }

    /// <summary>Whether objects of one <c>anyOf</c> must differ in the name, or the constant, of their first property.</summary>
    internal bool WantsDistinctFirstKeys { get; init; }

    internal long MaxMinItems { get; init; } = long.MaxValue;

    /// <summary>Objects and lists inside each other; the arguments are the first.</summary>
    internal int MaxLevels { get; init; } = 64;

    internal int MaxProperties { get; init; } = int.MaxValue;

    internal int MaxEnumValues { get; init; } = int.MaxValue;

    /// <summary>Characters of all names and enum values.</summary>
    internal int MaxText { get; init; } = int.MaxValue;

    /// <summary>Properties that <c>required</c> does not name.</summary>
    internal int MaxOptional { get; init; } = int.MaxValue;

    /// <summary>Uses of <c>anyOf</c>.</summary>
    internal int MaxUnions { get; init; } = int.MaxValue;

    /// <summary>By its <see cref="Word"/>; null where there is none.</summary>
    public static Provider? Find(string word) => All.FirstOrDefault(provider => provider.Word == word);
}

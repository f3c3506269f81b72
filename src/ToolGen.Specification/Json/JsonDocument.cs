using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Json;

/// <summary>One file, read as JSON.</summary>
/// <param name="Source">The text that every span points into.</param>
/// <param name="Root">The value; null where nothing could be read. With findings it is what could be recovered.</param>
/// <param name="Findings">Everything that is wrong with the file as JSON.</param>
public sealed record JsonDocument(SourceText Source, JsonNode? Root, EquatableArray<Finding> Findings)
{
    /// <summary>Whether a string holds an invisible character written as an escape: legal JSON, but a spec keeps them out of what is read or run.</summary>
    public bool HasEscapedInvisibles { get; init; }
}

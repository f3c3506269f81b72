using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Documents;

/// <summary>One file of a document.</summary>
/// <param name="Path">The whole path, links resolved; empty for a text that lies in no file.</param>
/// <param name="Source">What places point into.</param>
/// <param name="Root">Its value.</param>
internal sealed record DocumentFile(string Path, SourceText Source, JsonNode Root);

using Microsoft.CodeAnalysis;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Generator.Effects;

/// <summary>An effect that C# has, where it stands.</summary>
/// <param name="Word">The first word of its capability, such as <c>http</c>.</param>
/// <param name="Capability">The line that it needs; null where a host, folder, database, tool or secret is not constant, so that no line can be told.</param>
/// <param name="Location">The expression that has it.</param>
public sealed record FoundEffect(string Word, Capability? Capability, Location Location);

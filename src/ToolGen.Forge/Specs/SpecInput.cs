using System;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Specs;

/// <summary>One spec as it comes in, with the files beside it. Nothing is parsed yet.</summary>
/// <param name="Path">The path to show.</param>
/// <param name="Utf8">The bytes of <c>NAME.tool.json</c>.</param>
/// <param name="Companion"><c>NAME.tool.cs</c>; null where there is none.</param>
/// <param name="TestsPath">The path of <c>NAME.tests.json</c> to show; null where there is none.</param>
/// <param name="Tests">Its bytes.</param>
public sealed record SpecInput(
    string Path, ReadOnlyMemory<byte> Utf8, SourceText? Companion = null, string? TestsPath = null, ReadOnlyMemory<byte> Tests = default)
{
    /// <summary>Where the spec lies on disk; null for a text that came from elsewhere.</summary>
    public string? FullPath { get; init; }
}

using System;
using System.Text;
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

    /// <summary>A spec of texts that lie in no folder: as they were sent, or are kept.</summary>
    /// <param name="name">What its files would be called.</param>
    /// <param name="spec">The text of <c>NAME.tool.json</c>.</param>
    /// <param name="companion">The text of <c>NAME.tool.cs</c>; null: none.</param>
    /// <param name="tests">The text of <c>NAME.tests.json</c>; null: none.</param>
    public static SpecInput Of(string name, string spec, string? companion, string? tests) => new(
        name + SpecSet.Extension,
        Encoding.UTF8.GetBytes(spec),
        companion is null ? null : new SourceText(name + ".tool.cs", companion),
        tests is null ? null : name + ".tests.json",
        tests is null ? default : Encoding.UTF8.GetBytes(tests));
}

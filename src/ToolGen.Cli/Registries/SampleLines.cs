using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>A sample on one line: what it asks, and what it states.</summary>
internal static class SampleLines
{
    /// <param name="spec">The tool's spec; null: it can't be read.</param>
    /// <param name="tests">Its <c>NAME.tests.json</c>.</param>
    /// <param name="seen">The sample as the evidence has it.</param>
    public static string Of(ToolSpec? spec, string? tests, SeenSample seen)
    {
        var name = seen.Name is { } named ? $"\"{named}\" " : "";
        var held = seen.In == "tests" ? " (held out)" : "";
        IReadOnlyList<Sample> samples = spec is null ? [] : seen.In == "examples" ? spec.Examples : tests is null ? [] : TestsReader.Read(new SourceText("tests", tests), spec).Samples;
        var errors = seen.Errors.Count > 0 ? $"; it answered {string.Join(", ", seen.Errors)}" : "";
        return seen.Index < samples.Count
            ? $"{name}{JsonWriter.Compact(samples.ElementAt(seen.Index).Input)} → {States(samples.ElementAt(seen.Index))}{held}{errors}"
            : string.Create(CultureInfo.InvariantCulture, $"{name}{seen.In} {seen.Index + 1}{held}{errors}");
    }

    private static string States(Sample sample) => sample.Output is { } output ? JsonWriter.Compact(output) : sample.ErrorCode is { } code ? $"the error {code}" : "?";
}

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>Read: bytes → spec and held-out samples, or everything that is wrong with them.</summary>
internal static class ReadStation
{
    public static ForgedTool Run(SpecInput input)
    {
        var clock = Stopwatch.StartNew();
        var reading = SpecReader.Read(input.Path, input.Utf8.Span);
        var file = input.TestsPath is null ? null : JsonReader.Read(input.TestsPath, input.Tests.Span);
        var tests = file is null ? null : TestsReader.Read(file, reading.Spec);
        var hasErrors = reading.Findings.Any(finding => finding.Severity == FindingSeverity.Error);
        return new ForgedTool(input)
        {
            Document = reading.Document,
            Spec = hasErrors ? null : reading.Spec,
            Name = reading.Name ?? FileName(input.Path),
            HeldOut = tests?.Samples ?? [],
            HeldOutGiven = tests?.Given,
            TestsSource = file?.Source,
            SpecHash = reading.Spec is null ? null : SpecHash.Of(reading.Spec),
        }.With(Station.Read, clock.Elapsed, tests is null ? reading.Findings : reading.Findings.Concat(tests.Findings));
    }

    private static string FileName(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(SpecSet.Extension, StringComparison.OrdinalIgnoreCase) ? name[..^SpecSet.Extension.Length] : name;
    }
}

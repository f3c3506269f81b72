using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing;

/// <summary>A spec and the held-out samples beside it, read once per process and change.</summary>
internal sealed class SampleFiles
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written, string? Tests, DateTime TestsWritten), SampleFiles> Read = new();

    private SampleFiles(SpecReading spec, string? testsPath)
    {
        this.Spec = spec;
        if (testsPath is null || !File.Exists(testsPath)) return;

        // Through the bytes: a file that is no UTF-8 is a finding, not a text with question marks.
        var document = JsonReader.Read(testsPath, File.ReadAllBytes(testsPath));
        this.Tests = document.Root is null ? new(null, [], document, document.Findings) : TestsReader.Read(document.Source, this.Spec.Spec);
    }

    public SpecReading Spec { get; }

    /// <summary>Null where there is no <c>NAME.tests.json</c>.</summary>
    public TestsReading? Tests { get; }

    /// <exception cref="IOException">A file is not there or cannot be read.</exception>
    public static SampleFiles Of(string specPath, string? testsPath)
    {
        var key = (specPath, File.GetLastWriteTimeUtc(specPath), testsPath, testsPath is null ? default : File.GetLastWriteTimeUtc(testsPath));
        return Read.GetOrAdd(key, _ => new(SpecReader.Read(specPath, File.ReadAllBytes(specPath)), testsPath));
    }

    /// <summary>Of a method: its spec stands in no file.</summary>
    public static SampleFiles Of(SourceText spec, string? testsPath) => new(SpecReader.Read(spec), testsPath);

    /// <summary>Of a sample, whose tool stands in a catalog.</summary>
    /// <returns>Null where neither the spec's file nor the method is there any more.</returns>
    public static SampleFiles? Of(ToolSample sample, ToolCatalog tools)
    {
        if (sample.SpecPath.Length > 0) return File.Exists(sample.SpecPath) ? Of(sample.SpecPath, sample.TestsPath) : null;
        return tools.Find(sample.Tool) is { } tool ? Of(MethodSpec.Of(tool), sample.TestsPath) : null;
    }

    /// <summary>The samples of one list, and the errors that keep them from being read.</summary>
    public (IReadOnlyList<Sample> Samples, string Errors) List(bool heldOut)
    {
        var findings = heldOut ? this.Tests?.Findings ?? [] : this.Spec.Findings;
        var errors = string.Join("\n", findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.ToString()));
        return heldOut ? (this.Tests?.Samples.ToArray() ?? [], errors) : (this.Spec.Spec?.Examples ?? [], errors);
    }
}

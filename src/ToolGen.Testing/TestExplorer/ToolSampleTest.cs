using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;

namespace ToolGen.Testing;

/// <summary>The body of a test of samples.</summary>
public static class ToolSampleTest
{
    /// <summary>Runs a sample; ends the test as failed with the sample's place, or as inconclusive where it is unconfirmed or unrecorded.</summary>
    /// <param name="sample">From <see cref="ToolSamplesAttribute"/>.</param>
    /// <param name="cancellationToken">Of the test.</param>
    /// <exception cref="UnitTestAssertException">The sample did not pass.</exception>
    public static async Task RunAsync(ToolSample sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var tools = CatalogTools.Of(Type.GetType(sample.Catalog, throwOnError: true)!);
        var files = SampleFiles.Of(sample, tools) ?? throw new AssertFailedException($"{(sample.SpecPath.Length > 0 ? sample.SpecPath : sample.Tool)} is not there any more: build the project anew.");
        var (samples, errors) = files.List(sample.IsHeldOut);
        if (errors.Length > 0) Assert.Fail(errors);
        if (files.Spec.Spec is not { } spec) throw new AssertFailedException(files.List(heldOut: false).Errors);
        if (sample.Index < 0 || sample.Index >= samples.Count) Assert.Fail($"{sample} is not in its file any more: build the project anew.");

        var one = samples[sample.Index];
        var tool = tools.Find(sample.Tool) ?? throw new AssertFailedException($"{sample.Catalog} has no tool {sample.Tool}: build the project anew.");
        var result = await SampleRunner.RunAsync(tool, spec, one, sample.IsHeldOut ? files.Tests?.Given : null, ToolEffectsOptions.ToolsOf(tools), cancellationToken).ConfigureAwait(false);
        var source = sample.IsHeldOut ? files.Tests!.Document.Source : files.Spec.Document.Source;
        if (SampleFindings.Of(result, source, sample.Title) is not { } finding) return;
        if (result.Outcome == SampleOutcome.Failed) Assert.Fail(finding.ToString());
        Assert.Inconclusive(finding.ToString());
    }
}

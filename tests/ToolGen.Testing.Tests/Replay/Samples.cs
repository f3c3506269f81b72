using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing.Tests.Replay;

/// <summary>Samples as they stand in a file, run with a tool written by hand.</summary>
internal static class Samples
{
    /// <summary>Runs the one sample of <c>{given, tests: [sample]}</c> or <c>[sample]</c>.</summary>
    public static Task<SampleResult> RunAsync(Tool tool, string tests, Func<string, Tool?>? findTool = null)
    {
        var reading = TestsReader.Read(JsonReader.Read("hand_made.tests.json", Encoding.UTF8.GetBytes(tests)));
        Assert.IsFalse(reading.Findings.Any(), string.Join("\n", reading.Findings));
        return SampleRunner.RunAsync(tool, reading.Samples.Single(), null, [reading.Given], findTool);
    }

    /// <summary>As <see cref="RunAsync"/>, and says outcome and reason.</summary>
    public static async Task<string> SayAsync(Tool tool, string tests, Func<string, Tool?>? findTool = null)
    {
        var result = await RunAsync(tool, tests, findTool);
        return result.Outcome == SampleOutcome.Passed ? "Passed" : $"{result.Outcome}: {result.Describe()}";
    }
}

using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;

namespace ToolGen.Forge.Worth;

/// <summary>Whether a stub passes every sample of a tool: one that always gives what the first sample expects. Samples that it passes show nothing but that answer.</summary>
internal static class StubTrial
{
    /// <returns>The stub's answer; null where some sample fails it.</returns>
    public static async Task<string?> PassingAsync(ForgedTool tool, CancellationToken cancellationToken)
    {
        // Where there is nothing to ask, one answer is all that there can be.
        if (tool.Spec!.Input?.Root.Properties.Count is null or 0) return null;
        var samples = WorthSamples.Of(tool).ToArray();
        if (samples.Length == 0 || samples.Any(one => one.Sample.Output is null)) return null;
        var answer = JsonWriter.Compact(samples[0].Sample.Output!);
        var stub = new ConstantTool(new DescribedTool(tool.Generated!), Encoding.UTF8.GetBytes(answer));
        foreach (var (sample, outer) in samples)
        {
            var result = await SampleRunner.RunAsync(stub, tool.Spec!, sample, outer, null, cancellationToken);
            if (result.Outcome != SampleOutcome.Passed || result.Unused.Count > 0) return null;
        }

        return answer;
    }
}

using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.Testing.Comparison;

namespace ToolGen.Forge.Worth;

/// <summary>
/// Whether a stub passes every sample of a tool: one that looks at nothing, always ends as one of the samples expects and has done before what that sample wants seen.
/// Samples that it passes show nothing but that answer, whatever world they give: a sample alone never shows more.
/// </summary>
internal static class StubTrial
{
    /// <summary>Of more samples, some two differ, or none of these does.</summary>
    private const int Answers = 20;

    /// <returns>The stub's answer; null where each stub fails some sample.</returns>
    public static string? Passing(ForgedTool tool)
    {
        // Where there is nothing to ask, one answer is all that there can be.
        if (tool.Spec!.Input?.Root.Properties.Count is null or 0) return null;
        var passed = WorthSamples.Of(tool).Select(one => one.Sample).ToArray();

        // What the schema refuses never comes to the tool's own code, so the stub has it too.
        var asked = passed.Where(sample => SchemaInterpreter.Check(tool.Spec.Input, sample.Input).Count == 0).ToArray();
        if (asked.Length == 0) return passed.Length == 0 ? null : "anything";
        var answer = asked.Take(Answers).FirstOrDefault(one => asked.All(sample => Passes(one, sample, tool.Spec.Output)));
        return answer is null ? null : answer.Output is { } output ? JsonWriter.Compact(output) : $"the error {answer.ErrorCode}";
    }

    private static bool Passes(Sample answer, Sample sample, SchemaPlan? output)
    {
        if (Seen(answer) != Seen(sample)) return false;
        if (sample.Output is { } expected) return answer.Output is { } actual && OutputComparer.Differences(expected, actual, output, sample.Compare).Count == 0;
        return answer.ErrorCode is { } code && code == sample.ErrorCode && (sample.ErrorPointer is null || sample.ErrorPointer == answer.ErrorPointer);
    }

    private static string Seen(Sample sample) => sample.Expect is null ? "" : JsonWriter.Compact(sample.Expect);
}

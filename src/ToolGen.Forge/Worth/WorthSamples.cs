using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Stations;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Worth;

/// <summary>The samples of a tool that prove something: those that passed.</summary>
internal static class WorthSamples
{
    public static IEnumerable<(Sample Sample, Given? Outer)> Of(ForgedTool tool) =>
        tool.Samples.Where(one => one.Result.Outcome == RunOutcome.Passed).Select(one => (one.Sample, one.IsHeldOut ? tool.HeldOutGiven : null));
}

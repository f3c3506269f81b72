using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Fixes;

/// <summary>What a spec's text shows by itself, with the remedies: what the analyzer reports, for a host that mends one finding at a time.</summary>
public static class SpecFindings
{
    /// <summary>Everything that is found without the other tools, kinds and settings of a project. Never throws.</summary>
    public static IEnumerable<Finding> Of(SourceText text)
    {
        var reading = SpecReader.Read(text);
        if (reading.Spec is not { } spec) return reading.Findings;
        var found = reading.Findings.Concat(SpecQuality.Find(spec));
        return ToolSource.NeedsSignatures(spec) ? found : found.Concat(ToolSource.Generate(spec, new GenerationOptions()).Findings);
    }
}

using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Fixes;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Fixes;

/// <summary>
/// Mends a spec with everything that ToolGen knows: the words of the format, the syntax of its C#, then what only the compiler sees.
/// The last is asked at most <see cref="MaximumCompiles"/> times: compile, mend, compile.
/// </summary>
public static class ToolFixer
{
    /// <summary>How often a spec is compiled on the way.</summary>
    public const int MaximumCompiles = 3;

    /// <summary>Mends a spec and the held-out samples beside it; opens and writes no file.</summary>
    /// <param name="spec">The text of <c>NAME.tool.json</c>.</param>
    /// <param name="heldOut">The text of <c>NAME.tests.json</c>; null where there is none.</param>
    /// <param name="companion">The text of <c>NAME.tool.cs</c>, compiled with it and never changed; null where there is none.</param>
    /// <param name="quality">Also write what descriptions state into the schemas (TG1062).</param>
    public static FixResult Fix(SourceText spec, SourceText? heldOut = null, SourceText? companion = null, bool quality = false)
    {
        var compiles = 0;
        var mended = SpecFixer.Fix(spec, heldOut, More);

        // What no mend touches is still to be done by whoever wrote the spec.
        return mended with { Remaining = mended.Remaining.Concat(SpecReader.Read(mended.Spec).Findings).Distinct().ToEquatableArray() };

        // Slower mends wait until the quicker ones are through: what they would say of an unmended spec is noise.
        IEnumerable<Finding> More(JsonDocument document)
        {
            var syntax = CodeMends.Find(document);
            if (syntax.Count > 0 || SpecMends.Find(document).Any(finding => finding.Fix is not null)) return syntax;
            IReadOnlyList<Finding> compiled = compiles++ < MaximumCompiles ? [.. CompileMends.Find(document.Source, companion)] : [];
            return compiled.Count > 0 || !quality ? compiled : QualityMends.Find(document, heldOut);
        }
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Generator.Pipeline;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Methods;

/// <summary>All findings of a project's methods, each at its method: the spec that was made of it stands in no file.</summary>
internal static class MethodFindings
{
    public static IEnumerable<Finding> Of(ImmutableArray<MethodReading> readings, ImmutableArray<GeneratedMethod> methods, EquatableArray<ToolDuplicate> losers)
    {
        foreach (var reading in readings)
        {
            foreach (var finding in reading.Findings) yield return finding;
            foreach (var method in methods.Where(method => method.Key == reading.Key))
            {
                foreach (var finding in method.Tool.Findings.Where(finding => finding.Severity == FindingSeverity.Error))
                    yield return new(FindingCatalog.MethodSchema, reading.Place, new(finding.Message, finding.Remedy));
            }

            foreach (var loser in losers.Where(loser => loser.Path == reading.Key))
                yield return new(FindingCatalog.DuplicateTool, reading.Place, new(reading.Name, loser.Keeper));
        }
    }
}

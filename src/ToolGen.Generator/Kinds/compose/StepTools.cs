using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Signatures;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>Findings about the tools that steps call: whether they are there, in that version, and what calling them does.</summary>
internal static class StepTools
{
    /// <summary>Whether every step's tool is known; findings say which are not.</summary>
    public static bool Check(KindWork work, ComposeImplementation implementation, IReadOnlyDictionary<string, StepTool> tools)
    {
        foreach (var step in implementation.Steps)
        {
            if (!tools.TryGetValue(step.Name, out var tool)) Unknown(work, step);
            else Known(work, step, tool.Signature);
        }

        return work.Findings.Errors == 0;
    }

    /// <summary>Warns of steps that nobody uses and that do nothing else.</summary>
    public static void CheckUse(KindWork work, ComposeImplementation implementation, IReadOnlyDictionary<string, StepTool> tools, HashSet<string> used)
    {
        foreach (var step in implementation.Steps)
        {
            if (!used.Contains(step.Name) && work.Tools.EffectOf(tools[step.Name].Signature) is ToolEffect.None or ToolEffect.Reads)
                work.Findings.Add(FindingCatalog.StepUnused, step.Member.NameSpan, step.Name, tools[step.Name].Signature.Name);
        }
    }

    private static void Unknown(KindWork work, ComposeStep step)
    {
        var name = StepTool.NameOf(step);
        var near = NearMiss.Of(name, work.Tools.Names.Where(other => other != work.Spec.Name));
        var range = step.Tool.Value.Substring(name.Length);
        var fix = near is null ? null : new FindingFix($"Call {near}", new([new TextEdit(step.Tool.Span, JsonWriter.Compact(new JsonString(near + range, default)))]));
        var names = work.Tools.Names.Where(other => other != work.Spec.Name).Distinct().Take(20).ToList();
        work.Findings.Add(FindingCatalog.StepToolUnknown, step.Tool.Span, fix, name, near is null ? "" : $"Did you mean {near}? ", names.Count == 0 ? "none" : string.Join(", ", names));
    }

    private static void Known(KindWork work, ComposeStep step, ToolSignature tool)
    {
        if (ToolReference.TryParse(step.Tool.Value) is not { } reference || !reference.Accepts(tool.Name, tool.Version))
            work.Findings.Add(FindingCatalog.StepToolVersion, step.Tool.Span, step.Tool.Value, tool.Name, tool.Version);
        if (work.Tools.Way(tool, work.Spec.Name) is { } way)
            work.Findings.Add(FindingCatalog.StepCycle, step.Tool.Span, string.Join(" → ", way.Prepend(work.Spec.Name)));
        if (step.Retry > 0 && !tool.IsIdempotent && work.Tools.EffectOf(tool) == ToolEffect.Writes)
            work.Findings.Add(FindingCatalog.StepRetryWrites, (step.Member.Value as JsonObject)?.Member("retry")?.NameSpan ?? step.Member.NameSpan, step.Name, tool.Name);
    }
}

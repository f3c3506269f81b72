using System;
using System.Text;
using ToolGen.Forge;
using ToolGen.Generator.Emit;
using ToolGen.Registry;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Evidence;

namespace ToolGen.Server;

/// <summary>From the forge into a registry.</summary>
public static class ForgedVersions
{
    /// <summary>A forged tool as a registry takes it: its texts as they were given, what was seen of it, and what models see.</summary>
    /// <param name="tool">A tool that was generated; whether it is sound enough to be kept, the registry says.</param>
    /// <param name="evidence">Of the same tool, as <see cref="Forge.Forge.EvidenceOf"/> answers it.</param>
    /// <exception cref="ArgumentException">It was not generated: its findings say why.</exception>
    public static NewVersion ToVersion(this ForgedTool tool, ToolEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(evidence);
        if (tool is not { Spec: { } spec, Generated: { } generated }) throw new ArgumentException($"{tool.Name} was not generated: mend what its findings say, and forge it again", nameof(tool));
        return new()
        {
            Spec = Encoding.UTF8.GetString(tool.Input.Utf8.Span),
            Companion = tool.Input.Companion?.Text,
            Tests = tool.Input.TestsPath is null ? null : Encoding.UTF8.GetString(tool.Input.Tests.Span),
            Evidence = evidence,
            McpTool = McpTool.Of(spec, AnnotationValues.Of(spec, CapabilitySet.Of(generated.Capabilities))).Json,
        };
    }
}

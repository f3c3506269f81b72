using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ToolGen.Server.Fixed;

/// <summary>The tools that every client has, in the order of the list.</summary>
internal static class FixedTools
{
    /// <summary>Their names: no approved tool takes one in the list.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "find_tools", "describe_tool", "call_tool", "spec_guide", "check_spec", "make_tool", "propose_tool", "report_outcome");

    public static IReadOnlyList<FixedTool> Of(ToolServer server) =>
    [
        new FindTools(server), new DescribeTool(server), new CallTool(server), new SpecGuide(server), new CheckSpec(server), new MakeTool(server), new ProposeTool(server), new ReportOutcome(server),
    ];
}

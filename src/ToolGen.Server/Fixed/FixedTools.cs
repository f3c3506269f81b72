using System.Collections.Generic;

namespace ToolGen.Server.Fixed;

/// <summary>The tools that every client has, in the order of the list.</summary>
internal static class FixedTools
{
    public static IReadOnlyList<FixedTool> Of(ToolServer server) =>
    [
        new FindTools(server), new DescribeTool(server), new CallTool(server), new SpecGuide(server), new CheckSpec(server), new MakeTool(server), new ProposeTool(server), new ReportOutcome(server),
    ];
}

namespace ToolGen.Server;

/// <summary>What a client tells its model of the server.</summary>
internal static class Instructions
{
    public const string Text =
        "ToolGen keeps tools that agents made and people approved. "
        + "Need something done? find_tools first; call_tool runs what fits. "
        + "Nothing fits? Make it: spec_guide (with a kind) → write the spec, one JSON file → check_spec until no errors → make_tool → call_tool with the handle that it answers. "
        + "What you make is yours alone and expires; when it did its work, propose_tool asks a person to keep it for everybody. No answer here approves anything. "
        + "A tool that fails by its own fault says so: mend its spec as the next version. report_outcome tells whether an answer was right.";
}

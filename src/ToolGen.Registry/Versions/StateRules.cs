namespace ToolGen.Registry.Versions;

/// <summary>Which state may follow which.</summary>
internal static class StateRules
{
    /// <summary>Whether an approval may be given: first, or anew where the one before no longer holds. It lifts a quarantine: a person looked.</summary>
    public static bool TakesApproval(ToolState state) => state is ToolState.Candidate or ToolState.Approved or ToolState.Deprecated or ToolState.Quarantined;

    /// <summary>Whether a version may be marked so. Rejected and revoked are ends.</summary>
    public static bool MayMark(ToolState from, ToolState to) => to switch
    {
        ToolState.Rejected => from is ToolState.Candidate,
        ToolState.Deprecated => from is ToolState.Approved,
        ToolState.Quarantined => from is ToolState.Approved or ToolState.Deprecated,
        ToolState.Revoked => from is not ToolState.Revoked,
        ToolState.Approved => from is ToolState.Deprecated,
        _ => false,
    };

    /// <summary>What can be done instead, as one clause.</summary>
    public static string Instead(ToolState from) => from switch
    {
        ToolState.Session => "it is a session's tool: propose it first",
        ToolState.Candidate => "a person approves or rejects it first",
        ToolState.Rejected => "a person rejected it for good: mend it and give it the next number",
        ToolState.Revoked => "it was revoked for good: mend it and give it the next number",
        ToolState.Quarantined => "a person looks at it and approves it again, or revokes it",
        _ => "it can be deprecated, quarantined or revoked",
    };
}

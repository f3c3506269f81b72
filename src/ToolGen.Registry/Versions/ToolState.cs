namespace ToolGen.Registry;

/// <summary>Where a version stands. Derived from the log; nothing sets it.</summary>
public enum ToolState
{
    /// <summary>Its maker's alone, until it expires.</summary>
    Session,

    /// <summary>Proposed; a person has not decided.</summary>
    Candidate,

    /// <summary>A person approved it, and what was approved still is what stands here.</summary>
    Approved,

    /// <summary>A person said no, with a reason.</summary>
    Rejected,

    /// <summary>It can be called; a better one is there, or nobody uses it.</summary>
    Deprecated,

    /// <summary>Nobody calls it until a person looked.</summary>
    Quarantined,

    /// <summary>Never again.</summary>
    Revoked,
}

namespace ToolGen.Hosting;

/// <summary>What a policy says of a call.</summary>
public enum PolicyVerdict
{
    /// <summary>It goes on.</summary>
    Allow,

    /// <summary>A person is asked each time (<see cref="IToolApproval"/>); where the host has nobody to ask, it is denied.</summary>
    Ask,

    /// <summary>It is refused, and the tool is not among those that the caller sees.</summary>
    Deny,
}

/// <summary>A verdict, and why.</summary>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Reason">One sentence for the caller, such as the rule that decided.</param>
public readonly record struct PolicyDecision(PolicyVerdict Verdict, string Reason);

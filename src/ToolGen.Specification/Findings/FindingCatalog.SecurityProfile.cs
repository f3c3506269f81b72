namespace ToolGen.Specification.Findings;

/// <summary>How findings of security are held to: what takes them away, and what kept a rule from looking.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor SuppressionWithoutReason = new(
        "TG3901",
        "Suppression without a reason",
        FindingSeverity.Warning,
        "{0} takes {1} away and gives no reason",
        "Say why it is safe: behind the id of the pragma as a comment, as the Justification of the attribute, or as toolgen.reason.ID in .globalconfig.",
        "A finding of security that is suppressed is a decision, and whoever reads the code later must be able to judge it. In a spec's C# suppressions never apply. Findings that are suppressed stay in the compiler's SARIF log.",
        "#pragma warning disable TG3001",
        "#pragma warning disable TG3001 // the column comes from the table of columns above");

    public static readonly FindingDescriptor RuleFailed = new(
        "TG3902",
        "Rule failed",
        FindingSeverity.Error,
        "a rule could not judge this tool: {0}",
        "Simplify the C# that it could not read, and report the rule.",
        "What a rule that failed would have found is not known, so the forge refuses the tool.",
        "",
        "");
}

namespace ToolGen.Specification.Findings;

/// <summary>The properties that the findings TG3150 and TG3151 carry for their fix.</summary>
public static class CapabilityHints
{
    /// <summary>Holds the line that <c>Capabilities</c> lacks.</summary>
    public const string MissingLine = "missing";

    /// <summary>Holds the line that the code does not need.</summary>
    public const string UnusedLine = "unused";
}

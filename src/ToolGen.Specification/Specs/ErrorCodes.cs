using System.Collections.Generic;

namespace ToolGen.Specification.Specs;

/// <summary>The closed list of error codes that mean the same in every tool (SPEC §1.4).</summary>
public static class ErrorCodes
{
    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "invalid_input", "invalid_output", "not_found", "denied", "unavailable", "timeout", "limit", "bad_data", "upstream",
        "missing_secret", "dependency", "step_failed", "canceled", "internal",
    ];
}

using System.Text;

namespace ToolGen.Specification.Findings;

/// <summary>The presets of <c>&lt;ToolGenProfile&gt;</c>: a <c>.globalconfig</c> that says how much each finding of security weighs.</summary>
public static class ProfilePreset
{
    /// <summary>Each finding as the catalog weighs it; in force where a project says nothing.</summary>
    public const string Recommended = "recommended";

    /// <summary>Each finding an error.</summary>
    public const string Strict = "strict";

    /// <summary>Prints a preset, lines ended by LF.</summary>
    /// <param name="profile"><see cref="Recommended"/> or <see cref="Strict"/>.</param>
    public static string Render(string profile)
    {
        // Below what a project's own file says, which has level 100.
        var text = new StringBuilder("# Made from the catalog of findings; chosen by <ToolGenProfile>").Append(profile).Append("</ToolGenProfile>. A project's own .globalconfig and .editorconfig weigh more.\n")
            .Append("is_global = true\nglobal_level = -1\ntoolgen.profile = ").Append(profile).Append("\n\n");
        foreach (var finding in SecurityFindings.All)
            text.Append("# ").Append(finding.Title).Append("\ndotnet_diagnostic.").Append(finding.Id).Append(".severity = ").Append(Severity(profile, finding)).Append('\n');
        return text.ToString();
    }

    private static string Severity(string profile, FindingDescriptor finding) => (profile, finding.Severity) switch
    {
        (Strict, _) or (_, FindingSeverity.Error) => "error",
        (_, FindingSeverity.Warning) => "warning",
        _ => "suggestion",
    };
}

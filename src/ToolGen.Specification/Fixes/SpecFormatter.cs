using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>
/// Lays a spec out: two blanks a level, what is short on one line, LF, a line break at the end. Members keep their order, since the
/// order of properties shapes the C#; so the canonical spec and its hash stay what they were. Formatting twice changes nothing.
/// </summary>
public static class SpecFormatter
{
    /// <summary>Longest line that is not broken up, in UTF-16 units.</summary>
    public const int Columns = 100;

    /// <summary>The laid-out text. A file that is no strict JSON comes back as it is, with its findings: a comment would be lost.</summary>
    public static FormatResult Format(SourceText source)
    {
        var document = JsonReader.Read(source);
        if (document.Root is null || document.Findings.Count > 0) return new(source, document.Findings);
        var text = JsonWriter.Indented(document.Root, Columns) + "\n";
        return new(text == source.Text ? source : new(source.Path, text), document.Findings);
    }
}

/// <summary>What came of formatting.</summary>
/// <param name="Text">The same object as was given where nothing changed.</param>
/// <param name="Findings">Why a file was left alone; empty where it was formatted.</param>
public sealed record FormatResult(SourceText Text, EquatableArray<Finding> Findings);

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Generator.Fixes;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using Spec = ToolGen.Specification.Json.SourceText;

namespace ToolGen.SpecFixes;

/// <summary>The remedies of the format, applied to a document of a workspace. What they are is decided where <c>toolgen fix</c> takes them from.</summary>
internal static class SpecMending
{
    public const string WholeKey = "toolgen fix";

    public const string WholeTitle = "Mend this spec as 'toolgen fix' does";

    public static bool IsSpec(TextDocument document) => document.FilePath?.EndsWith(".tool.json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The findings that have a remedy and are still there as the text stands now.</summary>
    public static IEnumerable<(Diagnostic Diagnostic, FindingFix Remedy)> Remedies(IEnumerable<Diagnostic> diagnostics, TextDocument document, SourceText text)
    {
        var known = SpecFindings.Of(SpecOf(document, text)).Where(finding => finding.Fix is { Edits.Count: > 0 })
            .ToLookup(finding => (finding.Id, finding.Place.Span.Start, finding.Place.Span.Length), finding => finding.Fix!);
        return diagnostics.SelectMany(diagnostic => known[(diagnostic.Id, diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)].Take(1), (diagnostic, remedy) => (diagnostic, remedy));
    }

    /// <summary>The text with every remedy made; null where there is none to make.</summary>
    public static SourceText? MendWhole(TextDocument document, SourceText text)
    {
        var result = SpecFixer.FixText(SpecOf(document, text), code => CodeMends.Find(code));
        return result.HasChanges ? text.WithChanges(new TextChange(new(0, text.Length), result.Spec.Text)) : null;
    }

    /// <summary>Applies remedies that do not touch one another; of two that do, the first.</summary>
    public static Solution Apply(TextDocument document, SourceText text, IEnumerable<FindingFix> remedies)
    {
        var edits = new TextEdits();
        var changes = remedies.Where(edits.TryAdd).SelectMany(remedy => remedy.Edits)
            .Select(edit => new TextChange(new(edit.Span.Start, edit.Span.Length), edit.NewText)).OrderBy(change => change.Span.Start).ToArray();
        return With(document, text.WithChanges(changes));
    }

    public static Solution With(TextDocument document, SourceText text) => document.Project.Solution.WithAdditionalDocumentText(document.Id, text);

    private static Spec SpecOf(TextDocument document, SourceText text) => new(document.FilePath!, text.ToString());
}

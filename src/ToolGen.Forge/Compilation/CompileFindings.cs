using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using TextSpan = ToolGen.Specification.Json.TextSpan;

namespace ToolGen.Forge.Compilation;

/// <summary>Turns what the compiler says into findings at the lines that a person or a model wrote.</summary>
internal static class CompileFindings
{
    /// <summary>More of one tool say nothing new: the first error often makes the rest.</summary>
    private const int Cap = 50;

    /// <summary>The findings of one unit, in the order of their places; errors first where the cap cuts.</summary>
    public static EquatableArray<Finding> Of(ToolUnit unit, IEnumerable<Diagnostic> diagnostics, Microsoft.CodeAnalysis.Compilation compilation) =>
        diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Select(diagnostic => Of(unit, diagnostic, compilation)).OfType<Finding>()
            .Distinct().Take(Cap)
            .OrderBy(finding => finding.Place.Path, System.StringComparer.Ordinal).ThenBy(finding => finding.Place.Span.Start)
            .ToEquatableArray();

    private static Finding? Of(ToolUnit unit, Diagnostic diagnostic, Microsoft.CodeAnalysis.Compilation compilation)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var tree = diagnostic.Location.SourceTree;
        var advice = tree is null ? "" : CompileAdvice.For(diagnostic, compilation.GetSemanticModel(tree));

        if (unit.Companion is { } companion && tree?.FilePath == companion.Path)
        {
            var span = diagnostic.Location.SourceSpan;
            var place = Place.Of(companion, new TextSpan(span.Start, span.Length));
            return isError
                ? new(FindingCatalog.CompanionError, place, new(message, diagnostic.Id, advice))
                : new(FindingCatalog.CSharpWarning, place, new(message, diagnostic.Id, advice));
        }

        if (SpecPlaces.Find(unit, diagnostic.Location) is { } spec)
            return new(isError ? FindingCatalog.CSharpError : FindingCatalog.CSharpWarning, spec, new(message, diagnostic.Id, advice));
        if (!isError) return null;

        // `Not all code paths return a value` and its like stand on the generated method: they mean the C# of the implementation as a whole.
        return unit.Root?["implementation"] is JsonObject implementation
            ? new(FindingCatalog.CSharpError, Place.Of(unit.Spec, Body(implementation)), new(message, diagnostic.Id, advice))
            : new(FindingCatalog.GeneratedCodeError, Place.Of(unit.Spec, default), new(unit.Name, message, diagnostic.Id));
    }

    private static TextSpan Body(JsonObject implementation) => (implementation.Member("body")?.NameSpan) ?? new TextSpan(implementation.Span.Start, 1);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Forge.Compilation;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using TextSpan = ToolGen.Specification.Json.TextSpan;

namespace ToolGen.Forge.Inspection;

/// <summary>Turns what a rule over C# reports into a finding at the lines that a person or a model wrote, with the way from source to sink.</summary>
internal static class RuleFindings
{
    private const int Cap = 50;
    private const int TextShown = 100;

    private static readonly Dictionary<string, FindingDescriptor> Catalog = SecurityFindings.All.ToDictionary(finding => finding.Id, finding => finding with { Severity = FindingSeverity.Error });

    /// <summary>In the order of their places.</summary>
    public static EquatableArray<Finding> Ordered(IEnumerable<Finding> findings) =>
        findings.OrderBy(finding => finding.Place.Path, StringComparer.Ordinal).ThenBy(finding => finding.Place.Span.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .Distinct().Take(Cap).ToEquatableArray();

    /// <returns>Null where it is no finding of security, or lies wholly in what a template wrote: that is judged where the template is made.</returns>
    public static Finding? Of(ToolUnit unit, Diagnostic diagnostic)
    {
        if (diagnostic.Id == "AD0001")
            return new(FindingCatalog.RuleFailed, Implementation(unit), new(FirstLine(diagnostic.GetMessage(CultureInfo.InvariantCulture))));
        if (!Catalog.TryGetValue(diagnostic.Id, out var descriptor)) return null;
        var steps = diagnostic.AdditionalLocations.Select(location => Step(unit, location)).OfType<FindingStep>().ToArray();
        var place = PlaceOf(unit, diagnostic.Location) ?? steps.LastOrDefault()?.Place;
        if (place is null && diagnostic.Id != FindingCatalog.TooLargeToFollow.Id) return null;
        return new(Told(descriptor, diagnostic, out var message), place ?? Implementation(unit), new(message)) { Steps = steps.ToEquatableArray() };
    }

    /// <summary>A rule's message has its holes filled: what is left of the catalog's words is the remedy, where that has no holes.</summary>
    private static FindingDescriptor Told(FindingDescriptor descriptor, Diagnostic diagnostic, out string message)
    {
        message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var end = ". " + descriptor.Remedy;
        if (descriptor.Remedy.Length == 0 || !message.EndsWith(end, StringComparison.Ordinal)) return descriptor with { Message = "{0}", Remedy = "" };
        message = message[..^end.Length];
        return descriptor with { Message = "{0}" };
    }

    private static FindingStep? Step(ToolUnit unit, Location location)
    {
        if (PlaceOf(unit, location) is not { } place || location.SourceTree is not { } tree) return null;
        var text = tree.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length);
        return new(place, ShownText.Cut(FirstLine(text), TextShown));
    }

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end].TrimEnd() + " …" : text;

    private static Place? PlaceOf(ToolUnit unit, Location location) =>
        unit.Companion is { } companion && location.SourceTree?.FilePath == companion.Path
            ? Place.Of(companion, new TextSpan(location.SourceSpan.Start, location.SourceSpan.Length))
            : SpecPlaces.Find(unit, location);

    private static Place Implementation(ToolUnit unit) => Place.Of(unit.Spec, unit.Root?.Member("implementation")?.NameSpan ?? default);
}

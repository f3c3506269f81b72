using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Quality;

/// <summary>What a model will stumble over in a spec that is right: said once for each kind, at its first place.</summary>
public static class SpecQuality
{
    private const int ShortestWords = 4;
    private const int LongestTool = 1_024;
    private const int LongestArgument = 500;

    /// <summary>The same reading with what was found added to its findings; a spec with errors is left as it is.</summary>
    public static SpecReading Review(SpecReading reading) =>
        reading.Spec is not { } spec ? reading : reading with { Findings = reading.Findings.Concat(Find(spec)).OrderBy(finding => finding.Place.Span.Start).ToEquatableArray() };

    /// <summary>What is found in one spec, in the order of the places; what only a catalog shows is found by <see cref="ToolsAlike"/>.</summary>
    public static EquatableArray<Finding> Find(ToolSpec spec)
    {
        var sink = new FindingSink(spec.Source);
        CheckTool(spec, sink);
        var arguments = ArgumentWalk.Of(spec.Input);
        foreach (var argument in arguments) CheckDescription(argument, sink);
        var said = StatedMends.Check(spec, arguments, sink);
        Together(FindingCatalog.NoDescription, arguments.Where(argument => argument.Schema.Description is null && !argument.IsTold), sink, count => [count == 1 ? "is" : "are"]);
        Together(FindingCatalog.UntypedArgument, arguments.Where(argument => argument.IsUntyped), sink, count => [count == 1 ? "takes" : "take"]);
        Together(FindingCatalog.Unbounded, arguments.Where(argument => argument.IsUnbounded && !said.Contains(argument)), sink);
        CheckNames(arguments, sink);
        CheckLengths(spec, arguments.Where(argument => !said.Contains(argument)), sink);
        CheckExamples(spec, arguments, sink);
        return sink.ToArray();
    }

    private static void CheckTool(ToolSpec spec, FindingSink sink)
    {
        var node = spec.Root["description"]!;
        var words = DescriptionText.Words(spec.Description.Value);
        if (words.Count == 0 || DescriptionText.IsPlaceholder(spec.Description.Value)) sink.Add(FindingCatalog.Placeholder, node.Span, "the tool", Excerpt.Of(node));
        else if (DescriptionText.Restates(spec.Description.Value, spec.NameNode.Value)) sink.Add(FindingCatalog.RestatesName, node.Span, "the tool", Excerpt.Of(node));
        else if (words.Count < ShortestWords) sink.Add(FindingCatalog.DescriptionLength, node.Span, "the tool", DescriptionText.Count(words.Count, "word", "words"), "what it does, when to use it and when not");
        else if (spec.Description.Value.Length > LongestTool) sink.Add(FindingCatalog.DescriptionLength, node.Span, "the tool", DescriptionText.Count(spec.Description.Value.Length, "character", "characters"), $"at most {LongestTool} characters");
    }

    private static void CheckDescription(Argument argument, FindingSink sink)
    {
        if (argument.Schema.Description is not { } text || argument.Node["description"] is not { } node) return;
        if (DescriptionText.IsPlaceholder(text)) sink.Add(FindingCatalog.Placeholder, node.Span, argument.Shown, Excerpt.Of(node));
        else if (DescriptionText.Restates(text, argument.Name) && !argument.IsTold) sink.Add(FindingCatalog.RestatesName, node.Span, argument.Shown, Excerpt.Of(node));
        else if (text.Length > LongestArgument) sink.Add(FindingCatalog.DescriptionLength, node.Span, argument.Shown, DescriptionText.Count(text.Length, "character", "characters"), $"at most {LongestArgument} characters");
        Contradictions.Check(argument, text, node, sink);
        UnitWords.Check(argument, text, node.Span, sink);
    }

    private static void CheckNames(IReadOnlyList<Argument> arguments, FindingSink sink)
    {
        foreach (var siblings in arguments.GroupBy(argument => argument.Parent))
        {
            var seen = new Dictionary<string, Argument>();
            foreach (var argument in siblings)
            {
                var letters = DescriptionText.Letters(argument.Name);
                if (!seen.TryGetValue(letters, out var first)) seen.Add(letters, argument);
                else sink.Add(DescriptionText.Plain(first.Name) == DescriptionText.Plain(argument.Name) ? FindingCatalog.ArgumentsSame : FindingCatalog.ArgumentsAlike, argument.NameSpan, first.Shown, argument.Shown);
            }
        }
    }

    private static void CheckLengths(ToolSpec spec, IEnumerable<Argument> arguments, FindingSink sink)
    {
        if (Departures.PlaceOf(spec.Implementation) is not { } place) return;
        var leaving = Departures.Of(spec.Implementation);
        Together(FindingCatalog.EndlessText, arguments.Where(argument => argument.Parent == spec.Input.Root && leaving.Contains(argument.Name) && Departures.IsEndless(argument.Schema)), sink, count => [count == 1 ? "goes" : "go", place]);
    }

    // An example that leaves an argument with a default out shows the default.
    private static void CheckExamples(ToolSpec spec, IReadOnlyList<Argument> arguments, FindingSink sink)
    {
        var inputs = spec.Examples.Select(example => example.Input).OfType<JsonObject>().ToArray();
        if (inputs.Length == 0) return;
        Together(FindingCatalog.UnusedArgument, arguments.Where(argument => argument.Parent == spec.Input.Root && argument.Schema.Default is null && inputs.All(input => input.Member(argument.Name) is null)), sink);
    }

    private static void Together(FindingDescriptor descriptor, IEnumerable<Argument> some, FindingSink sink, System.Func<int, string[]>? more = null)
    {
        var found = some.ToArray();
        if (found.Length == 0) return;
        var names = string.Join(", ", found.Take(5).Select(argument => argument.Shown)) + (found.Length > 5 ? $" and {found.Length - 5} more" : "");
        sink.Add(descriptor, found[0].NameSpan, [names, .. more?.Invoke(found.Length) ?? []]);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Evidence;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>What changed since the round before, and who wrote what: a sample judges the code only as long as it is not bent to it.</summary>
internal static class RoundStation
{
    private const int Shown = 200;

    /// <param name="tool">This round's.</param>
    /// <param name="before">What the round before left of it; null: there was none.</param>
    /// <param name="authors">Who wrote it, as far as the host says.</param>
    public static IEnumerable<Finding> Find(ForgedTool tool, ToolEvidence? before, Authors authors)
    {
        if (tool.Spec is null) return [];
        return (before is null ? [] : Changes(tool, before, authors)).Concat(OneAuthor(tool, authors));
    }

    private static IEnumerable<Finding> OneAuthor(ForgedTool tool, Authors authors)
    {
        if (authors.IsOne && tool.HeldOut.Count > 0)
            yield return new(FindingCatalog.OneAuthor, Place.Of(tool.Document.Source, tool.Spec!.NameNode.Span), new(authors.Spec!));
    }

    private static IEnumerable<Finding> Changes(ForgedTool tool, ToolEvidence before, Authors authors)
    {
        // Said whether or not the code changed with it: a sample that is bent in one round meets its code in the next.
        var both = before.Identity.Code is { } code && code != Identities.CodeOf(tool) ? ", and the code changed too" : "";
        var now = Samples(tool).ToArray();
        foreach (var old in before.Samples)
        {
            var asked = now.Where(sample => sample.Given == old.Given).ToArray();
            if (States(old.Expects).Count == 0 || asked.Any(sample => Holds(old.Expects, sample.Expects))) continue;
            var who = both + Who(authors, old.In);
            yield return asked.Length > 0
                ? new(FindingCatalog.SampleChanged, asked[0].Place, new(Title(old), Cut(old.Expects), Cut(asked[0].Expects), who))
                : new(FindingCatalog.SampleVanished, Place.Of(tool.Document.Source, tool.Spec!.Root.Member("examples")?.NameSpan ?? tool.Spec.NameNode.Span), new(Title(old), Cut(old.Expects), who));
        }
    }

    private static IEnumerable<(string Given, string Expects, Place Place)> Samples(ForgedTool tool)
    {
        foreach (var sample in tool.Spec!.Examples) yield return (SampleText.Given(tool.Spec, null, sample), SampleText.Expects(sample), Place.Of(tool.Document.Source, sample.Node.Span));
        if (tool.HeldOut.Count == 0) yield break;
        var source = tool.TestsSource!;
        var outer = tool.HeldOutGiven;
        foreach (var sample in tool.HeldOut) yield return (SampleText.Given(tool.Spec, outer, sample), SampleText.Expects(sample), Place.Of(source, sample.Node.Span));
    }

    /// <summary>Whether what was stated before is stated still: as it was, or with more beside it.</summary>
    private static bool Holds(string before, string now)
    {
        if (before == now) return true;
        var (old, stated) = (States(before), States(now));
        return old.All(member => member.Key == "compare" ? !stated.ContainsKey("compare") || stated["compare"] == member.Value : stated.TryGetValue(member.Key, out var value) && Keeps(member.Key, member.Value, value))
            && (old.ContainsKey("compare") || !stated.ContainsKey("compare"));
    }

    // Of what must be seen, each part stays; more may be asked.
    private static bool Keeps(string name, string before, string now) =>
        before == now || (name == "expect" && States(now) is var parts && States(before).All(part => parts.TryGetValue(part.Key, out var value) && value == part.Value));

    /// <summary>The members of a statement; an output that waits for a person states nothing, and of a hash nothing is known but that it differs.</summary>
    private static Dictionary<string, string> States(string text)
    {
        if (JsonReader.Read(new SourceText("expects", text)).Root is not JsonObject members) return new(StringComparer.Ordinal) { [""] = text };
        return members.Members.Where(member => member is not { Name: "output", Value: JsonString { Value: "?" } }).ToDictionary(member => member.Name, member => JsonWriter.Canonical(member.Value), StringComparer.Ordinal);
    }

    private static string Title(SeenSample sample) =>
        FormattableString.Invariant($"{(sample.In == "tests" ? "test" : "example")} {sample.Index + 1}{(sample.Name is { } name ? $" `{name}`" : "")}");

    private static string Who(Authors authors, string file) => (authors.Spec, authors.Tests) switch
    {
        ({ } spec, { } tests) when file == "tests" => $" (code by {spec}, sample by {tests})",
        ({ } spec, _) when file == "examples" => $" (both by {spec})",
        ({ } spec, _) => $" (code by {spec})",
        (null, { } tests) when file == "tests" => $" (sample by {tests})",
        _ => "",
    };

    private static string Cut(string text) => ShownText.Cut(text, Shown);
}

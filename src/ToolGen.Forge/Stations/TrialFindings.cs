using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Forge.Stations;

/// <summary>Turns what came of samples into findings at their lines; an exception also points to the line of C# that threw.</summary>
internal static partial class TrialFindings
{
    /// <summary>An answer longer than this is not repeated in a sentence.</summary>
    private const int Shown = 2_000;

    public static IEnumerable<Finding> Of(ForgedTool tool, IEnumerable<TriedSample> samples) => samples.SelectMany(sample => Of(tool, sample));

    /// <summary>Where a sample's finding stands: at the first value that differs, else at what was expected, else at the sample.</summary>
    public static TextSpan Span(Sample sample, RunResult result)
    {
        if (result.Outcome == RunOutcome.Passed) return sample.Node.Span;
        if (result.DifferenceAt is not { } pointer) return (sample.Output ?? sample.Node["error"] ?? sample.Node).Span;

        // The output as read, its lines joined; the rest as written.
        const string output = "/output";
        var isOutput = sample.Output is not null && (pointer == output || pointer.StartsWith(output + "/", StringComparison.Ordinal));
        return (isOutput ? Pointers.Find(sample.Output!, pointer[output.Length..]) : Pointers.Find(sample.Node, pointer)).Span;
    }

    private static IEnumerable<Finding> Of(ForgedTool tool, TriedSample sample)
    {
        foreach (var pointer in sample.Result.Unused)
        {
            var place = Place.Of(sample.IsHeldOut ? tool.TestsSource! : tool.Document.Source, Pointers.Find(sample.Sample.Node, pointer).Span);
            yield return new Finding(FindingCatalog.GivenUnused, place, new(Title(sample), pointer[1..].Replace('/', '.')));
        }

        foreach (var effect in Beyond(tool, sample)) yield return new Finding(FindingCatalog.EffectBeyond, sample.Place, new(Title(sample), effect));
        var reason = Reason(sample.Result);
        var descriptor = sample.Result.Outcome switch
        {
            RunOutcome.Failed => FindingCatalog.SampleFailed,
            RunOutcome.TimedOut => FindingCatalog.SampleTimedOut,
            RunOutcome.Crashed => FindingCatalog.SampleCrashed,
            RunOutcome.Unconfirmed => FindingCatalog.SampleUnconfirmed,
            RunOutcome.Unrecorded => FindingCatalog.SampleUnrecorded,
            _ => null,
        };
        if (descriptor is null) yield break;
        yield return new Finding(descriptor, sample.Place, new(Title(sample), Cut(descriptor == FindingCatalog.SampleUnconfirmed ? sample.Result.Output ?? reason : reason)));
        if (Thrown(tool, sample.Result) is { } thrown) yield return new Finding(FindingCatalog.SampleThrew, thrown.Place, new(Title(sample), thrown.What));
    }

    // The guards let nothing else through; that they did not is seen here all the same. A sample that states the refusal shows that there is one.
    private static IEnumerable<string> Beyond(ForgedTool tool, TriedSample sample)
    {
        var declared = CapabilitySet.Of(tool.Generated!.Capabilities);
        return sample.Result.Used.Where(line => Capability.TryParse(line) is not { } effect || !declared.Allows(effect))
            .Concat(sample.Sample.ErrorCode == ToolErrorCodes.Denied && sample.Result.Outcome == RunOutcome.Passed ? [] : sample.Result.Refused);
    }

    /// <summary>Such as <c>example 2 `leap year`</c> or <c>test 1</c>.</summary>
    private static string Title(TriedSample sample) =>
        $"{(sample.IsHeldOut ? "test" : "example")} {(sample.Index + 1).ToString(CultureInfo.InvariantCulture)}{(sample.Sample.Name is { } name ? $" `{name}`" : "")}";

    private static string Reason(RunResult result) =>
        result.Differences.Count > 0 ? string.Join("; ", result.Differences)
        : result.Errors.Count > 0 ? string.Join("; ", result.Errors.Select(error => $"{error.Code}: {error.Message}"))
        : "no reason was given";

    private static string Cut(string text) => ShownText.Cut(text, Shown);

    private static (Place Place, string What)? Thrown(ForgedTool tool, RunResult result)
    {
        foreach (var error in result.Errors.Where(error => error.Code == ToolErrorCodes.Internal))
        {
            if (InternalError().Match(error.Message) is not { Success: true } match) continue;
            var source = tool.Document.Source;
            var start = source.OffsetOf(new TextPosition(int.Parse(match.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) - 1, 0));
            var end = source.Text.IndexOf('\n', start);
            var indent = source.Text.AsSpan(start).IndexOfAnyExcept(' ', '\t');
            start += Math.Max(indent, 0);
            return (Place.Of(source, new TextSpan(start, Math.Max(0, (end < 0 ? source.Text.Length : end) - start))), match.Groups["what"].Value);
        }

        return null;
    }

    // The contract words it so; only the type of the exception and the place leave a tool.
    [GeneratedRegex(@"^the tool failed with (?<what>\w+) at .*\.tool\.json:(?<line>\d{1,7})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InternalError();
}

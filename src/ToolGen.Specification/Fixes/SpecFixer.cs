using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>
/// Mends a spec: every finding that has a mechanical remedy is remedied, in rounds, until none is left. The meaning stays, the rest of
/// the text stays as it was written, and mending twice changes nothing. Where a remedy would be a guess there is only the finding.
/// </summary>
public static class SpecFixer
{
    /// <summary>Enough for everything that hides behind another mend; a hostile file gets no more.</summary>
    public const int MaximumRounds = 32;

    /// <summary>Mends a spec and the held-out samples beside it.</summary>
    /// <param name="spec">The text of <c>NAME.tool.json</c>; its path tells the name that the spec should have.</param>
    /// <param name="heldOut">The text of <c>NAME.tests.json</c>; null where there is none.</param>
    /// <param name="more">Further findings with remedies for a readable spec, such as those of its C#; asked in each round.</param>
    public static FixResult Fix(SourceText spec, SourceText? heldOut = null, Func<JsonDocument, IEnumerable<Finding>>? more = null)
    {
        var mended = new Rounds(spec, document => SpecMends.Find(document));
        var samples = heldOut is null ? null : new Rounds(heldOut, document => SpecMends.FindInSamples(document));
        mended.Run();
        samples?.Run();

        // The samples move before more is asked: a spec that holds them does not read.
        var moved = HeldOutSamples.Move(mended, samples);
        if (more is not null)
        {
            mended.Find = document => SpecMends.Find(document).Concat(more(document));
            mended.Run();
        }

        return new(
            mended.Text,
            moved ?? samples?.Text,
            mended.Applied.Concat(samples?.Applied ?? []).ToEquatableArray(),
            mended.Findings().Concat(samples?.Findings() ?? []).ToEquatableArray());
    }

    /// <summary>Mends a spec alone: samples that belong into another file stay, for a host that changes one document.</summary>
    /// <param name="spec">The text of <c>NAME.tool.json</c>; its path tells the name that the spec should have.</param>
    /// <param name="more">Further findings with remedies for a readable spec, such as those of its C#; asked in each round.</param>
    public static FixResult FixText(SourceText spec, Func<JsonDocument, IEnumerable<Finding>> more)
    {
        var mended = new Rounds(spec, document => SpecMends.Find(document));
        mended.Run();
        mended.Find = document => SpecMends.Find(document).Concat(more(document));
        mended.Run();
        return new(mended.Text, null, mended.Applied.ToEquatableArray(), mended.Findings().ToEquatableArray());
    }

    /// <summary>One text, mended in rounds.</summary>
    internal sealed class Rounds
    {
        private readonly SourceText given;
        private readonly List<TextEdits> history = [];

        public Rounds(SourceText given, Func<JsonDocument, IEnumerable<Finding>> find)
        {
            this.given = this.Text = given;
            this.Find = find;
            this.Document = JsonReader.Read(given);
        }

        /// <summary>What is asked for mends.</summary>
        public Func<JsonDocument, IEnumerable<Finding>> Find { get; set; }

        public SourceText Text { get; private set; }

        public List<AppliedFix> Applied { get; } = [];

        public JsonDocument Document { get; private set; }

        public void Run()
        {
            for (var round = 0; round < MaximumRounds && this.Apply(this.Findings()); round++)
            {
            }
        }

        /// <summary>Applies what can be applied at once; false where nothing was left to do.</summary>
        public bool Apply(IEnumerable<Finding> findings)
        {
            var edits = new TextEdits();
            foreach (var finding in findings)
            {
                if (finding.Fix is not { Edits.Count: > 0 } fix || !edits.TryAdd(fix)) continue;
                this.Applied.Add(new(this.AsGiven(finding), fix.Title));
            }

            if (edits.Count == 0) return false;
            this.Text = new(this.Text.Path, edits.Apply(this.Text.Text));
            this.history.Add(edits);
            this.Document = JsonReader.Read(this.Text);
            return true;
        }

        // Slips of JSON come first: what was recovered around them may not be what was meant.
        public IEnumerable<Finding> Findings() => this.Document.Findings.Count > 0 ? this.Document.Findings : this.Find(this.Document);

        private Finding AsGiven(Finding finding)
        {
            int start = finding.Place.Span.Start, end = finding.Place.Span.End;
            for (var i = this.history.Count - 1; i >= 0; i--)
            {
                start = this.history[i].OldOffset(start);
                end = this.history[i].OldOffset(end);
            }

            return finding with { Place = Place.Of(this.given, new(start, Math.Max(0, end - start))), Fix = null };
        }
    }
}

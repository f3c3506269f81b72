using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Quality;

/// <summary>What a description says of a value and its schema does not: written into the schema it is enforced. Where both say it they must agree.</summary>
internal static class StatedMends
{
    /// <summary>Each remedy is tried before it is offered, by reading the whole spec again: more of them in one spec, or more text, get none.</summary>
    private const int MaxTries = 20;

    private const int MaxText = 512 * 1024;

    /// <summary>The arguments of which a bound was said.</summary>
    public static ISet<Argument> Check(ToolSpec spec, IReadOnlyList<Argument> arguments, FindingSink sink)
    {
        var said = new HashSet<Argument>();
        var tries = 0;
        foreach (var argument in arguments)
        {
            if (argument.Schema.Description is not { } text || argument.Node["description"] is not { } place) continue;
            var stated = StatedBounds.In(text, argument.Schema);
            foreach (var bound in stated.Where(bound => argument.Node[bound.Keyword] is { } written && !Same(written, bound.Value)))
                sink.Add(FindingCatalog.DescriptionContradicts, place.Span, argument.Shown, Excerpt.Quote(bound.Words), JsonWriter.Quote(bound.Keyword) + ": " + Excerpt.Of(argument.Node[bound.Keyword]!));

            var missing = stated.Where(bound => argument.Node[bound.Keyword] is null && argument.Node["exclusive" + char.ToUpperInvariant(bound.Keyword[0]) + bound.Keyword.Substring(1)] is null).ToArray();
            if (missing.Length == 0) continue;
            said.Add(argument);
            var written = string.Join(", ", missing.Select(bound => JsonWriter.Quote(bound.Keyword) + ": " + JsonWriter.Compact(bound.Value)));
            var fix = tries++ < Math.Min(MaxTries, MaxText / (spec.Source.Text.Length + 1)) ? Fix(spec, argument.Node, missing, written) : null;
            sink.Add(FindingCatalog.BoundInWords, place.Span, fix, argument.Shown, Excerpt.Quote(string.Join(", ", missing.Select(bound => bound.Words).Distinct())), written);
        }

        return said;
    }

    // Two insertions at one place have no order: one edit holds all.
    private static FindingFix? Fix(ToolSpec spec, JsonObject schema, StatedBound[] bounds, string written)
    {
        var mends = new MendSink(spec.Source);
        var edits = bounds.Select(bound => mends.Appending(schema, bound.Keyword, bound.Value)).ToArray();
        var fix = new FindingFix("write " + written, new(new TextEdit(edits[0].Span, string.Concat(edits.Select(edit => edit.NewText)))));
        var mended = new TextEdits();
        mended.TryAdd(fix);

        // A default or an example beyond the bound shows that the words are not meant so.
        return SpecReader.Read(new SourceText(spec.Source.Path, mended.Apply(spec.Source.Text))).Spec is null ? null : fix;
    }

    private static bool Same(JsonNode written, JsonNode stated) => written is JsonNumber && stated is JsonNumber ? DescriptionText.IsSame(JsonWriter.Compact(stated), JsonWriter.Compact(written)) : true;
}

using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <summary>
/// Where two schemas differ, and how. A schema is a list of assertions that all hold: where each of the newer one follows from one of the older, every value that fitted still fits. So
/// no difference but those of words, <see cref="SchemaTurn.Wider"/> and <see cref="SchemaTurn.Added"/> proves that; anything that is not proven is told as another turn.
/// </summary>
internal sealed partial class SchemaComparison
{
    private readonly SchemaPlan older;
    private readonly SchemaPlan newer;
    private readonly SchemaBudget budget = new();
    private readonly SchemaSameness same;
    private readonly HashSet<(SchemaNode, SchemaNode)> seen = [];
    private readonly List<SchemaDifference> found = [];

    private SchemaComparison(SchemaPlan older, SchemaPlan newer)
    {
        this.older = older;
        this.newer = newer;
        this.same = new(older, newer, this.budget);
    }

    /// <summary>Compares the schemas of one use.</summary>
    /// <param name="older">What was published.</param>
    /// <param name="newer">What is to be.</param>
    public static IReadOnlyList<SchemaDifference> Of(SchemaPlan older, SchemaPlan newer)
    {
        if (PublishedSchema.Write(older) == PublishedSchema.Write(newer)) return [];
        var comparison = new SchemaComparison(older, newer);
        comparison.Compare(older.Root, newer.Root);
        if (comparison.budget.IsOver) comparison.Add(SchemaTurn.Other, "", "the schemas are too large to be compared");
        if (comparison.found.Count == 0) comparison.Add(SchemaTurn.Words, "", "notes or definitions changed, and no value fits that did not before");
        return [.. comparison.found.Distinct()];
    }

    private void Compare(SchemaNode before, SchemaNode after)
    {
        this.CompareNotes(before, after);
        before = SchemaShape.Resolved(before, this.older);
        after = SchemaShape.Resolved(after, this.newer);
        if (!this.seen.Add((before, after)) || !this.budget.Enter()) return;
        if (SchemaShape.IsNothing(before) || SchemaShape.IsNothing(after)) this.CompareNothing(before, after);
        else if (SchemaShape.IsWhole(before) || SchemaShape.IsWhole(after)) this.CompareWhole(before, after);
        else this.CompareKeywords(before, after);
        this.budget.Leave();
    }

    private void CompareKeywords(SchemaNode before, SchemaNode after)
    {
        this.CompareTypes(before, after);
        this.CompareChoices(before, after);
        this.CompareNumbers(before, after);
        this.CompareTexts(before, after);
        this.CompareArrays(before, after);
        this.CompareObjects(before, after);
        this.CompareInPlace(before, after);
    }

    private void CompareNothing(SchemaNode before, SchemaNode after)
    {
        if (SchemaShape.IsNothing(before) && SchemaShape.IsNothing(after)) return;
        if (SchemaShape.IsNothing(after)) this.Add(SchemaTurn.Narrower, after.Pointer, "nothing may stand here any more");
        else this.Add(SchemaTurn.Wider, after.Pointer, "nothing could stand here, and now something can");
    }

    private void CompareWhole(SchemaNode before, SchemaNode after)
    {
        if (!this.same.Of(before, after)) this.Add(SchemaTurn.Other, after.Pointer, "it is put together of schemas that count only where others do not: it changed, and what that means for a value can't be told");
    }

    /// <summary>A schema where there may be none: every value fits what is not written.</summary>
    private void CompareOptional(SchemaNode? before, SchemaNode? after, SchemaNode at, string keyword)
    {
        if (before is null && after is null) return;
        if (before is not null && after is not null) this.Compare(before, after);
        else if (after is null) this.Add(SchemaShape.IsFree(before!) ? SchemaTurn.Words : SchemaTurn.Wider, $"{at.Pointer}/{keyword}", $"{keyword} is gone");
        else this.Add(SchemaShape.IsFree(after) ? SchemaTurn.Words : SchemaTurn.Narrower, $"{at.Pointer}/{keyword}", $"{keyword} is new");
    }

    private void CompareNotes(SchemaNode before, SchemaNode after)
    {
        if (before.Title != after.Title) this.Add(SchemaTurn.Words, after.Pointer + "/title", "the title changed");
        if (before.Description != after.Description) this.Add(SchemaTurn.Words, after.Pointer + "/description", "the description changed");
        if (before.Default is null && after.Default is { } added) this.Add(SchemaTurn.DefaultAdded, after.Pointer + "/default", $"left out it is {Shown(added)}");
        else if (before.Default is { } was && (after.Default is not { } @is || !JsonEquality.Equals(was, @is)))
            this.Add(SchemaTurn.DefaultChanged, after.Pointer + "/default", after.Default is null ? $"left out it was {Shown(was)}, and now is nothing" : $"left out it is {Shown(after.Default)}, and was {Shown(was)}");
    }

    private void Add(SchemaTurn turn, string pointer, string sentence) => this.found.Add(new(turn, pointer, sentence));

    private static string Shown(JsonNode value)
    {
        var text = JsonWriter.Compact(value);
        return text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
    }

    private static string Shown(IEnumerable<JsonNode> values)
    {
        var all = values.ToArray();
        return string.Join(", ", all.Take(5).Select(Shown)) + (all.Length > 5 ? $" and {all.Length - 5} more" : "");
    }
}

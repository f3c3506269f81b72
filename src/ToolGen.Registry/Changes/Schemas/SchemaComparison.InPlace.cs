using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <content>Schemas of the same value.</content>
internal sealed partial class SchemaComparison
{
    private void CompareInPlace(SchemaNode before, SchemaNode after)
    {
        this.CompareReference(before, after);
        this.CompareAll(before, after);
        this.CompareAny(before.AnyOf, after.AnyOf, after.Pointer + "/anyOf");
        this.CompareOne(before, after);
        this.CompareOpaque(before.Not, after.Not, after.Pointer + "/not", "what must not fit");
        this.CompareCondition(before, after);
    }

    // A reference with something beside it; one that stands alone was followed.
    private void CompareReference(SchemaNode before, SchemaNode after)
    {
        if (before.Reference is null && after.Reference is null) return;
        var pointer = after.Pointer + "/$ref";
        if (before.Reference is null) this.Add(SchemaTurn.Narrower, pointer, "it must also fit what the reference leads to");
        else if (after.Reference is null) this.Add(SchemaTurn.Wider, pointer, "it need not fit what the reference led to");
        else if (SchemaShape.IsPublished(before.Reference, after.Reference)) return;
        else if (this.older.Definitions.TryGetValue(before.Reference, out var was) && this.newer.Definitions.TryGetValue(after.Reference, out var @is)) this.Compare(was, @is);
        else this.Add(SchemaTurn.Other, pointer, "the reference leads elsewhere");
    }

    private void CompareAll(SchemaNode before, SchemaNode after)
    {
        var (gone, more) = this.same.Apart(before.AllOf, after.AllOf);
        if (gone.Count == more.Count) this.ComparePairs(gone, more);
        else if (gone.Count == 0) foreach (var one in more) this.Add(SchemaTurn.Narrower, one.Pointer, "it must also fit this");
        else if (more.Count == 0) foreach (var one in gone) this.Add(SchemaTurn.Wider, one.Pointer, "it need not fit this any more");
        else this.Add(SchemaTurn.Other, after.Pointer + "/allOf", "the schemas that must all fit are others");
    }

    private void CompareAny(IReadOnlyList<SchemaNode> before, IReadOnlyList<SchemaNode> after, string pointer)
    {
        if (before.Count == 0 && after.Count == 0) return;
        if (before.Count == 0) this.Add(SchemaTurn.Narrower, pointer, "it must fit one of several schemas");
        else if (after.Count == 0) this.Add(SchemaTurn.Wider, pointer, "it need not fit one of several schemas any more");
        else this.CompareCases(before, after, pointer);
    }

    private void CompareCases(IReadOnlyList<SchemaNode> before, IReadOnlyList<SchemaNode> after, string pointer)
    {
        var (gone, more) = this.same.Apart(before, after);
        if (gone.Count == more.Count) this.ComparePairs(gone, more);
        else if (gone.Count == 0) foreach (var one in more) this.Add(SchemaTurn.Wider, one.Pointer, "there is one more case");
        else if (more.Count == 0) foreach (var one in gone) this.Add(SchemaTurn.Narrower, one.Pointer, "there is a case less");
        else this.Add(SchemaTurn.Other, pointer, "the cases are others");
    }

    private void CompareOne(SchemaNode before, SchemaNode after)
    {
        if (before.OneOf.Count == 0 && after.OneOf.Count == 0) return;
        var pointer = after.Pointer + "/oneOf";
        if (before.OneOf.Count == 0) this.Add(SchemaTurn.Narrower, pointer, "it must fit one of several schemas, and no second one");
        else if (after.OneOf.Count == 0) this.Add(SchemaTurn.Wider, pointer, "it need not fit one of several schemas any more");

        // Where no value fits two cases, one of them is any of them.
        else if (SchemaCases.AreApart(before.OneOf, this.older) && SchemaCases.AreApart(after.OneOf, this.newer)) this.CompareCases(before.OneOf, after.OneOf, pointer);
        else if (!this.same.Of(before.OneOf, after.OneOf)) this.Add(SchemaTurn.Other, pointer, "the cases are others, and a value may fit two of them");
    }

    private void CompareCondition(SchemaNode before, SchemaNode after)
    {
        if (this.same.Of(before.If, after.If) && before.If is not null)
        {
            this.CompareOptional(before.Then, after.Then, after, "then");
            this.CompareOptional(before.Else, after.Else, after, "else");
        }
        else
        {
            this.CompareOpaque(before.If, after.If, after.Pointer + "/if", "a condition");
        }
    }

    /// <summary>A schema whose change turns about what it means, or can mean anything.</summary>
    private void CompareOpaque(SchemaNode? before, SchemaNode? after, string pointer, string what)
    {
        if (before is null && after is null) return;
        if (before is null) this.Add(SchemaTurn.Narrower, pointer, $"{what} is new");
        else if (after is null) this.Add(SchemaTurn.Wider, pointer, $"{what} is gone");
        else if (!this.same.Of(before, after)) this.Add(SchemaTurn.Other, pointer, $"{what} is another one");
    }

    private void ComparePairs(IEnumerable<SchemaNode> before, IEnumerable<SchemaNode> after)
    {
        foreach (var (was, @is) in before.Zip(after)) this.Compare(was, @is);
    }
}

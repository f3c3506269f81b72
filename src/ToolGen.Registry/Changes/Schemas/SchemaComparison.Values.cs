using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <content>Types, choices, numbers and texts.</content>
internal sealed partial class SchemaComparison
{
    private void CompareTypes(SchemaNode before, SchemaNode after)
    {
        if (before.Types != after.Types)
        {
            var turn = (before.Types & ~after.Types) == 0 ? SchemaTurn.Wider : (after.Types & ~before.Types) == 0 ? SchemaTurn.Narrower : SchemaTurn.Other;
            this.Add(turn, after.Pointer + "/type", $"it is {Words(after.Types)}, and was {Words(before.Types)}");
        }

        if (before.NominalType != after.NominalType) this.Add(SchemaTurn.Other, after.Pointer + "/x-type", $"its type is called {after.NominalType ?? "nothing"}, and was {before.NominalType ?? "nothing"}: tools that are put together by it no longer fit");
    }

    private void CompareChoices(SchemaNode before, SchemaNode after)
    {
        var (was, @is) = (SchemaShape.Choices(before), SchemaShape.Choices(after));
        if (was is null && @is is null) return;
        var keyword = after.Const is not null || (after.Enum is null && before.Const is not null) ? "/const" : "/enum";
        if (was is null) this.Add(SchemaTurn.Narrower, after.Pointer + keyword, $"it may only be {Shown(@is!)}");
        else if (@is is null) this.Add(SchemaTurn.Wider, after.Pointer + keyword, $"it may be something else than {Shown(was)}");
        else this.CompareChoices(was, @is, after.Pointer + keyword);

        // Both stand beside one another: a choice that the other refuses fits neither.
        if ((before.Const is not null && before.Enum is not null) != (after.Const is not null && after.Enum is not null)) this.Add(SchemaTurn.Other, after.Pointer + "/const", "const and enum stand beside one another in one of the two");
    }

    private void CompareChoices(IReadOnlyList<JsonNode> before, IReadOnlyList<JsonNode> after, string pointer)
    {
        HashSet<JsonNode> was = new(before, JsonEquality.Comparer), @is = new(after, JsonEquality.Comparer);
        if (after.Where(value => !was.Contains(value)).ToArray() is { Length: > 0 } more) this.Add(SchemaTurn.Wider, pointer, $"it may also be {Shown(more)}");
        if (before.Where(value => !@is.Contains(value)).ToArray() is { Length: > 0 } gone) this.Add(SchemaTurn.Narrower, pointer, $"it may no longer be {Shown(gone)}");
    }

    private void CompareNumbers(SchemaNode before, SchemaNode after)
    {
        this.CompareBound(Least(before), Least(after), 1, after.Pointer, "above");
        this.CompareBound(Most(before), Most(after), -1, after.Pointer, "below");
        var (was, @is) = (before.MultipleOf, after.MultipleOf);
        if (was is null && @is is null) return;
        var pointer = after.Pointer + "/multipleOf";
        if (was is null) this.Add(SchemaTurn.Narrower, pointer, $"it must be a multiple of {@is!.Text}");
        else if (@is is null) this.Add(SchemaTurn.Wider, pointer, $"it need not be a multiple of {was.Text}");
        else if (SchemaNumbers.Compare(was, @is) == 0) return;
        else if (SchemaNumbers.IsMultipleOf(was, @is)) this.Add(SchemaTurn.Wider, pointer, $"it must be a multiple of {@is.Text}, and was one of {was.Text}");
        else this.Add(SchemaNumbers.IsMultipleOf(@is, was) ? SchemaTurn.Narrower : SchemaTurn.Other, pointer, $"it must be a multiple of {@is.Text}, and was one of {was.Text}");
    }

    private void CompareBound(Bound? before, Bound? after, int up, string pointer, string side)
    {
        if (before is null && after is null) return;
        pointer += "/" + (after ?? before!).Keyword;
        if (before is null) this.Add(SchemaTurn.Narrower, pointer, $"it must not lie {(side == "above" ? "below" : "above")} {after!.Shown}, and could");
        else if (after is null) this.Add(SchemaTurn.Wider, pointer, $"it may lie {(side == "above" ? "below" : "above")} {before.Shown}, and could not");
        else if (Order(before, after, up) is not 0 and var order) this.Add(order > 0 ? SchemaTurn.Narrower : SchemaTurn.Wider, pointer, $"its bound is {after.Shown}, and was {before.Shown}");
    }

    // Above 0: the newer bound refuses more.
    private static int Order(Bound before, Bound after, int up)
    {
        var order = SchemaNumbers.Compare(after.Number, before.Number) * up;
        return order != 0 ? order : after.IsOut.CompareTo(before.IsOut);
    }

    private static Bound? Least(SchemaNode node) => Tighter(node.Minimum is { } at ? new("minimum", at, false) : null, node.ExclusiveMinimum is { } beyond ? new("exclusiveMinimum", beyond, true) : null, 1);

    private static Bound? Most(SchemaNode node) => Tighter(node.Maximum is { } at ? new("maximum", at, false) : null, node.ExclusiveMaximum is { } beyond ? new("exclusiveMaximum", beyond, true) : null, -1);

    private static Bound? Tighter(Bound? at, Bound? beyond, int up) => at is null || (beyond is not null && Order(at, beyond, up) > 0) ? beyond : at;

    private void CompareTexts(SchemaNode before, SchemaNode after)
    {
        this.CompareCount(before.MinLength ?? 0, after.MinLength ?? 0, 1, after.Pointer + "/minLength", "characters at least");
        this.CompareCount(before.MaxLength, after.MaxLength, -1, after.Pointer + "/maxLength", "characters at most");
        this.CompareWord(before.Pattern?.Value, after.Pattern?.Value, after.Pointer + "/pattern", "the pattern");
        this.CompareWord(before.FormatAsserted ? before.Format : null, after.FormatAsserted ? after.Format : null, after.Pointer + "/format", "the format");
        this.CompareFlag(before.Base64, after.Base64, after.Pointer + "/contentEncoding", "it must be base64");
        this.CompareFlag(before.JsonText, after.JsonText, after.Pointer + "/contentMediaType", "it must hold JSON");

        // What is read out of the text is another text where one of the two is unpacked first.
        if (before.Base64 != after.Base64 && before.JsonText && after.JsonText) this.Add(SchemaTurn.Other, after.Pointer + "/contentEncoding", "the JSON in it is packed in another way");
        else if (before.JsonText && after.JsonText) this.CompareOptional(before.ContentSchema, after.ContentSchema, after, "contentSchema");
    }

    private void CompareWord(string? before, string? after, string pointer, string what)
    {
        if (before == after) return;
        if (before is null) this.Add(SchemaTurn.Narrower, pointer, $"{what} {after} is new");
        else if (after is null) this.Add(SchemaTurn.Wider, pointer, $"{what} {before} is gone");
        else this.Add(SchemaTurn.Other, pointer, $"{what} is {after}, and was {before}");
    }

    private void CompareFlag(bool before, bool after, string pointer, string what)
    {
        if (before != after) this.Add(after ? SchemaTurn.Narrower : SchemaTurn.Wider, pointer, after ? what : "no longer: " + what);
    }

    private void CompareCount(long? before, long? after, int up, string pointer, string what)
    {
        if (before == after) return;
        var narrower = after is { } @is && (before is not { } was || @is.CompareTo(was) * up > 0);
        this.Add(narrower ? SchemaTurn.Narrower : SchemaTurn.Wider, pointer, $"{what}: {Number(after)}, and was {Number(before)}");
    }

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "any";

    private static string Words(SchemaTypes types)
    {
        if (types == SchemaTypes.Any) return "anything";
        var words = new List<string>();
        foreach (var (one, word) in new[] { (SchemaTypes.Null, "null"), (SchemaTypes.Boolean, "boolean"), (SchemaTypes.String, "string"), (SchemaTypes.Array, "array"), (SchemaTypes.Object, "object") })
            if ((types & one) != 0) words.Add(word);
        if ((types & SchemaTypes.Number) == SchemaTypes.Number) words.Add("number");
        else if ((types & SchemaTypes.Integer) != 0) words.Add("integer");
        return string.Join(" or ", words);
    }

    /// <summary>A bound of a number.</summary>
    /// <param name="Keyword">Its keyword.</param>
    /// <param name="Number">Its value.</param>
    /// <param name="IsOut">Whether the value itself is refused.</param>
    private sealed record Bound(string Keyword, JsonNumber Number, bool IsOut)
    {
        public string Shown => this.IsOut ? $"{this.Number.Text} (which itself does not fit)" : this.Number.Text;
    }
}

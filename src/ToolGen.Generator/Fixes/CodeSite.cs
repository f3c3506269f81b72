using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Fixes;

/// <summary>What is read at a place where a spec holds C#.</summary>
internal enum CodeRole
{
    Expression,

    /// <summary>An expression with an optional last word <c>asc</c> or <c>desc</c>.</summary>
    Order,

    /// <summary>An expression where a model easily writes text: <c>result</c>, <c>set</c>, <c>select</c>.</summary>
    Value,

    /// <summary>An expression over one page of an answer: <c>paging.items</c>, <c>paging.next</c>.</summary>
    Page,

    /// <summary>Statements.</summary>
    Body,

    /// <summary>No C#, though models take it for that: <c>fail.code</c>, <c>fail.message</c>.</summary>
    FailText,
}

/// <summary>One field of a spec that is C#, found without reading the spec as a whole, so that other faults do not hide it.</summary>
/// <param name="Text">The field.</param>
/// <param name="Role">How it is read.</param>
/// <param name="HasRow">Whether <c>row</c> is in scope.</param>
internal sealed record CodeSite(SpecText Text, CodeRole Role, bool HasRow = false)
{
    /// <summary>How many units of the text are C#: <c>asc</c> and <c>desc</c> are not.</summary>
    public int Length
    {
        get
        {
            var value = this.Text.Value;
            if (this.Role != CodeRole.Order) return value.Length;
            var blank = value.TrimEnd().LastIndexOf(' ');
            return blank > 0 && value.Substring(blank).Trim() is "asc" or "desc" ? blank : value.Length;
        }
    }

    /// <summary>Every field of an implementation that is C#, in written order.</summary>
    public static IEnumerable<CodeSite> Of(JsonObject implementation)
    {
        if ((implementation["kind"] as JsonString)?.Value == "code") return Field(implementation["body"], CodeRole.Body);
        return implementation.Members.SelectMany(member => member.Name switch
        {
            "let" => Members(member.Value, CodeRole.Expression),
            "fail" when member.Value is JsonArray rules => rules.Items.OfType<JsonObject>().SelectMany(Fail),
            "result" => Value(member.Value, hasRow: false),
            "source" => Field(member.Value, CodeRole.Expression),
            "steps" when member.Value is JsonArray steps => steps.Items.OfType<JsonObject>().SelectMany(Step),
            "steps" when member.Value is JsonObject graph => graph.Members.Select(step => step.Value).OfType<JsonObject>().SelectMany(step => Fields(step, "when", "each")),
            "paging" when member.Value is JsonObject paging => Field(paging["items"], CodeRole.Page).Concat(Field(paging["next"], CodeRole.Page)),
            "write" when member.Value is JsonObject write => Value(write["value"], hasRow: true),
            _ => [],
        });
    }

    private static IEnumerable<CodeSite> Fail(JsonObject rule) =>
        Field(rule["when"], CodeRole.Expression).Concat(Field(rule["code"], CodeRole.FailText)).Concat(Field(rule["message"], CodeRole.FailText));

    private static IEnumerable<CodeSite> Step(JsonObject step) => step.Members.SelectMany(member => member.Name switch
    {
        "where" => Field(member.Value, CodeRole.Expression, hasRow: true),
        "order" or "keep" => member.Value is JsonArray keys ? keys.Items.SelectMany(key => Field(key, CodeRole.Order, hasRow: true)) : Field(member.Value, CodeRole.Order, hasRow: true),
        "distinct" => member.Value is JsonArray keys ? keys.Items.SelectMany(key => Field(key, CodeRole.Expression, hasRow: true)) : Field(member.Value, CodeRole.Expression, hasRow: true),
        "group" or "aggregate" => Members(member.Value, CodeRole.Expression, hasRow: true),
        "flatten" => member.Value is JsonObject ? Members(member.Value, CodeRole.Expression, hasRow: true) : Field(member.Value, CodeRole.Expression, hasRow: true),
        "save" => Members(member.Value, CodeRole.Expression, hasRow: true),
        "set" or "select" when member.Value is JsonObject values => values.Members.SelectMany(value => Value(value.Value, hasRow: true)),
        "take" or "skip" => Field(member.Value, CodeRole.Expression),
        _ => [],
    });

    private static IEnumerable<CodeSite> Value(JsonNode? node, bool hasRow) => node switch
    {
        JsonString => Field(node, CodeRole.Value, hasRow),
        JsonObject each when each["each"] is not null => Field(each["each"], CodeRole.Expression, hasRow).Concat(Value(each["select"], hasRow)),
        JsonObject @object => @object.Members.SelectMany(member => Value(member.Value, hasRow)),
        _ => [],
    };

    private static IEnumerable<CodeSite> Fields(JsonObject @object, params string[] names) => names.SelectMany(name => Field(@object[name], CodeRole.Expression));

    private static IEnumerable<CodeSite> Members(JsonNode? node, CodeRole role, bool hasRow = false) =>
        node is JsonObject @object ? @object.Members.SelectMany(member => Field(member.Value, role, hasRow)) : [];

    private static IEnumerable<CodeSite> Field(JsonNode? node, CodeRole role, bool hasRow = false) => node switch
    {
        JsonString text => [new(new SpecText(text, [text]), role, hasRow)],
        JsonArray { Items: { Count: > 0 } items } when items.All(item => item is JsonString) => [new(new SpecText(node, items.Cast<JsonString>().ToArray()), role, hasRow)],
        _ => [],
    };
}

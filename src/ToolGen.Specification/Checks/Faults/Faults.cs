using System.Collections.Generic;
using System.Globalization;

namespace ToolGen.Checks;

/// <summary>The words of every fault: one place for the interpreter and for generated code.</summary>
static class Faults
{
    public static Fault TooLarge { get; } = new("limit", "is too deep or too large to be checked");

    public static Fault Nothing { get; } = new("schema", "is not allowed");

    public static Fault Repeated { get; } = new("name", "is written twice");

    public static Fault NotJson { get; } = MustBe("contentMediaType", "JSON inside the text");

    public static Fault NotBase64 { get; } = MustBe("contentEncoding", "base64 with padding (RFC 4648)");

    public static Fault Not { get; } = new("not", "is not allowed: it fits what \"not\" excludes", "a value that does not fit \"not\"");

    public static Fault Type(string words, string? format = null) => MustBe("type", words) with { Format = format };

    /// <param name="values">As JSON.</param>
    /// <param name="texts">Those of them that are texts, as such.</param>
    public static Fault Enum(IReadOnlyList<string> values, IReadOnlyList<string> texts) =>
        MustBe("enum", values.Count == 1 ? ShortText.Cut(values[0], ShortText.ListCost) : "one of " + ShortText.List(values)) with { Options = texts, Only = values.Count == 1 ? values[0] : null };

    public static Fault Minimum(string bound) => MustBe("minimum", "at least " + Bound(bound));

    public static Fault Maximum(string bound) => MustBe("maximum", "at most " + Bound(bound));

    public static Fault ExclusiveMinimum(string bound) => MustBe("exclusiveMinimum", "more than " + Bound(bound));

    public static Fault ExclusiveMaximum(string bound) => MustBe("exclusiveMaximum", "less than " + Bound(bound));

    public static Fault MultipleOf(string divisor) => MustBe("multipleOf", "a multiple of " + Bound(divisor));

    public static Fault MinLength(long least) => MustHave("minLength", "at least " + Count(least, "character", "characters"));

    public static Fault MaxLength(long most) => MustHave("maxLength", "at most " + Count(most, "character", "characters"));

    public static Fault Pattern(string pattern) => MustBe("pattern", "text that matches the pattern " + ShortText.Cut(pattern, ShortText.ListCost));

    public static Fault Format(string format) => MustBe("format", FormatWords.Of(format)) with { Format = format };

    public static Fault MinItems(long least) => MustHave("minItems", "at least " + Count(least, "item", "items"));

    public static Fault MaxItems(long most) => MustHave("maxItems", "at most " + Count(most, "item", "items"));

    public static Fault UniqueItems(int later, int first) =>
        new("uniqueItems", string.Format(CultureInfo.InvariantCulture, "must not repeat an item: {0} equals {1}", later, first), "items that all differ");

    public static Fault Contains(long least) => MustHave("contains", $"at least {Count(least, "item", "items")} such as \"contains\" asks");

    public static Fault MaxContains(long most) => MustHave("maxContains", $"at most {Count(most, "item", "items")} such as \"contains\" asks");

    public static Fault MinProperties(long least) => MustHave("minProperties", "at least " + Count(least, "property", "properties"));

    public static Fault MaxProperties(long most) => MustHave("maxProperties", "at most " + Count(most, "property", "properties"));

    public static Fault Missing { get; } = new("required", "is required");

    public static Fault MissingBeside(string name) => new("dependentRequired", $"is required where {ShortText.Name(name)} is given");

    public static Fault NameRefused(string name) => new("propertyNames", $"must not have the name {ShortText.Name(name)}", "names such as \"propertyNames\" asks");

    /// <param name="names">The properties that may stand there.</param>
    /// <param name="near">The one that was meant; null where none is near.</param>
    public static Fault Unknown(IReadOnlyList<string> names, string? near)
    {
        var allowed = names.Count == 0 ? "no properties" : ShortText.List(names);
        var rest = near is not null ? $"did you mean {ShortText.Name(near)}?" : names.Count == 0 ? "there are none" : "properties are " + allowed;
        return new("additionalProperties", $"is no property here; {rest}", allowed) { Options = names };
    }

    public static Fault SeveralOf(int count, int first, int second) =>
        new("oneOf", string.Format(CultureInfo.InvariantCulture, "must fit exactly one of {0} alternatives; it fits number {1} and number {2}", count, first, second), "exactly one alternative");

    public static Fault NoneOf(string keyword, int count, string words) =>
        new(keyword, $"must fit one of {count.ToString(CultureInfo.InvariantCulture)} alternatives ({words})", words);

    private static Fault MustBe(string keyword, string allowed) => new(keyword, "must be " + allowed, allowed);

    private static Fault MustHave(string keyword, string allowed) => new(keyword, "must have " + allowed, allowed);

    private static string Bound(string number) => ShortText.Cut(number, ShortText.NameCost);

    private static string Count(long count, string one, string many) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
}

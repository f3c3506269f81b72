namespace ToolGen.Specification.Findings;

/// <summary>What is found while a spec becomes C#.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor UntypedValue = new(
        "TG2001",
        "Value without a C# type",
        FindingSeverity.Info,
        "{0} says no single type, so the tool's code sees raw JSON (`JsonElement`) there",
        "Write one `type` (and `null` beside it where the value may be null), `items` for an array, `properties` or `additionalProperties` for an object.",
        "The value is still checked by the whole schema, but code must take it apart by hand, and the compiler cannot help. A type also tells a model what to send.",
        "\"filter\": { \"description\": \"what to keep\" }",
        "\"filter\": { \"type\": \"string\", \"description\": \"what to keep\" }");

    public static readonly FindingDescriptor NamesAlike = new(
        "TG2002",
        "Two properties of one C# name",
        FindingSeverity.Warning,
        "the property `{0}` becomes the same C# name as one before it, so in C# it is `{1}`",
        "Rename one of the two, or use `{1}` in C#.",
        "C# names are Pascal case without signs, compared ignoring case: `user_id` and `userId` are both `UserId`. The second gets a number so that both can be reached.",
        "\"user_id\": …, \"userId\": …",
        "\"user_id\": …, \"owner_id\": …");

    public static readonly FindingDescriptor GeneratorFailed = new(
        "TG9001",
        "Generator failed",
        FindingSeverity.Error,
        "the generator failed on this spec: {0}",
        "The other tools are not disturbed. Please report the spec, this is a fault of ToolGen.",
        "A spec must never make the generator throw. It did: the tool is left out, a type of its name keeps references to it compiling.",
        "{ \"name\": \"odd\", … }",
        "{ \"name\": \"odd\", … }");
}

namespace ToolGen.Generator.Tests.Methods;

/// <summary>Where the schema of a method differs from AIFunctionFactory's on purpose. The page `methods.md` says the same to readers.</summary>
internal static class SchemaDifferences
{
    public const string Closed = "closed objects";
    public const string Bounds = "bounds of integers";
    public const string Exclusive = "exclusive bounds";
    public const string Formats = "formats";
    public const string NoNullDefault = "no default of null";
    public const string Defaults = "default(T)";
    public const string Numbers = "numbers as their value";
    public const string Sets = "sets and flags";
    public const string NullItems = "null inside";
    public const string Tuples = "tuples";
    public const string Definitions = "$defs";
    public const string Structs = "required of structs";
    public const string Context = "the context";
    public const string Patterns = "whole patterns";
    public const string Spelling = "the same, spelled otherwise";
    public const string Refused = "refused there";

    public static readonly string[] All = [Closed, Bounds, Exclusive, Formats, NoNullDefault, Defaults, Numbers, Sets, NullItems, Tuples, Definitions, Structs, Context, Patterns, Spelling, Refused];

    /// <param name="shape">The shape's name.</param>
    /// <param name="pointer">Of the keyword.</param>
    /// <param name="ours">Its value here; null: absent.</param>
    /// <param name="theirs">Its value there.</param>
    /// <returns>One of <see cref="All"/>, or null.</returns>
    public static string? ReasonOf(string shape, string pointer, string? ours, string? theirs)
    {
        var keyword = pointer[(pointer.LastIndexOf('/') + 1)..];
        return (shape, keyword) switch
        {
            ("Context", _) when pointer.StartsWith("/properties/context/", System.StringComparison.Ordinal) || keyword == "required" => Context,
            ("TwoOfOne" or "Recursive", _) => Definitions,
            ("Pair", _) when pointer.StartsWith("/properties/v/", System.StringComparison.Ordinal) => Tuples,
            ("Flags", _) or ("Set" or "EnumList", "uniqueItems") => Sets,
            ("BigInt", _) when pointer != "/additionalProperties" => Numbers,
            ("NullItems", "type") or ("NullRecord", "type") => NullItems,
            ("Struct" or "NullStruct", "required") => Structs,
            ("Span", "pattern" or "$comment" or "format") => Formats,
            (_, "additionalProperties") when ours == "false" && theirs is null => Closed,
            (_, "minimum" or "maximum") when theirs is null => Bounds,
            (_, "exclusiveMinimum" or "exclusiveMaximum") when theirs is null => Exclusive,
            (_, "format" or "contentEncoding") => Formats,
            (_, "default") when theirs == "null" => NoNullDefault,
            (_, "default") when shape == "DefaultDate" => Defaults,
            (_, "default") when shape == "DefaultDecimal" && decimal.Parse(ours!, System.Globalization.CultureInfo.InvariantCulture) == decimal.Parse(theirs!, System.Globalization.CultureInfo.InvariantCulture) => Numbers,
            (_, _) when theirs == "true" && ours is null => Spelling,
            ("DefaultText", "default") => Spelling,
            ("Pattern", "pattern") => Patterns,
            _ => null,
        };
    }
}

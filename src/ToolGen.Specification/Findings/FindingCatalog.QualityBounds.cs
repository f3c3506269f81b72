namespace ToolGen.Specification.Findings;

/// <summary>Units and bounds: what names and descriptions say of a value, and what nothing says.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor UnitContradicts = new(
        "TG1060",
        "Name and description in different units",
        FindingSeverity.Warning,
        "the name of {0} says {1}, its description says {2}",
        "Change the one that is wrong.",
        "A model goes by one of the two, and the value is wrong by a factor that no schema notices. Meant are names that end in a unit and descriptions that name one of the same measure, and only that (`in seconds`, `number of days`, `(km)`); two arguments in different units are fine.",
        "\"timeout_ms\": { \"type\": \"integer\", \"description\": \"How long to wait, in seconds.\" }",
        "\"timeout_ms\": { \"type\": \"integer\", \"description\": \"How long to wait, in milliseconds.\" }");

    public static readonly FindingDescriptor EndlessText = new(
        "TG1061",
        "Text of any length that leaves the tool",
        FindingSeverity.Info,
        "{0} can be of any length and {1} into {2}",
        "Add \"maxLength\": what the other side takes.",
        "Text in a URL, a header, a statement or a path has a longest length at the other side, and an error from there is worse than one that names the bound. Text that the tool works on itself is not meant: its size is capped by the arguments' own.",
        "\"city\": { \"type\": \"string\", \"description\": \"City and country.\" }",
        "\"city\": { \"type\": \"string\", \"description\": \"City and country.\", \"maxLength\": 100 }");

    public static readonly FindingDescriptor BoundInWords = new(
        "TG1062",
        "Bound that the description alone tells",
        FindingSeverity.Info,
        "the description of {0} says {1}, the schema does not",
        "Add {2}.",
        "What stands in the description alone is a wish: nothing enforces it, and the message of a refused call can't name it. The fix writes it into the schema; it is not offered where a default or an example would break it. `toolgen fix --quality` makes all of them.",
        "\"top\": { \"type\": \"integer\", \"description\": \"How many, between 1 and 100.\" }",
        "\"top\": { \"type\": \"integer\", \"description\": \"How many, between 1 and 100.\", \"minimum\": 1, \"maximum\": 100 }");
}

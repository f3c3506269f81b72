namespace ToolGen.Specification.Findings;

/// <summary>What can be wrong with the shape of a spec.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor UnknownKey = new(
        "TG0030",
        "Unknown key",
        FindingSeverity.Error,
        "'{0}' is no key of {1}",
        "Remove it, or write one of: {2}.",
        "A key that nothing reads is a wish that nobody fulfils: the tool would run without what its author meant.",
        "{ \"name\": \"a\", \"colour\": \"blue\" }",
        "{ \"name\": \"a\" }");

    public static readonly FindingDescriptor MisspelledKey = new(
        "TG0032",
        "Misspelled key",
        FindingSeverity.Error,
        "'{0}' is no key of {1}",
        "Write '{2}'.",
        "A key that nothing reads is a wish that nobody fulfils. `toolgen fix` mends this.",
        "{ \"desciption\": \"Adds.\" }",
        "{ \"description\": \"Adds.\" }");

    public static readonly FindingDescriptor MissingKey = new(
        "TG0033",
        "Key missing",
        FindingSeverity.Error,
        "{0} lacks '{1}'",
        "Add '{1}': {2}",
        "Without this key the tool can't be made.",
        "{ \"name\": \"add\" }",
        "{ \"name\": \"add\", \"description\": \"Adds two numbers.\" }");

    public static readonly FindingDescriptor WrongType = new(
        "TG0034",
        "Wrong type",
        FindingSeverity.Error,
        "'{0}' must be {1}, not {2}",
        "Write {1}.",
        "Each key takes values of one shape.",
        "{ \"name\": 5 }",
        "{ \"name\": \"add\" }");

    public static readonly FindingDescriptor BadText = new(
        "TG0035",
        "Text of the wrong form",
        FindingSeverity.Error,
        "'{1}' won't do for '{0}'",
        "Write {2}, such as {3}.",
        "Names, versions and quantities have one form, so that two readers never see two things.",
        "{ \"limits\": { \"timeout\": \"30 seconds\" } }",
        "{ \"limits\": { \"timeout\": \"30s\" } }");

    public static readonly FindingDescriptor UnknownWord = new(
        "TG0036",
        "Unknown word",
        FindingSeverity.Error,
        "'{0}' is no value of '{1}'",
        "Write {2}.",
        "This key takes one of a few words.",
        "{ \"parse\": \"tsv\" }",
        "{ \"parse\": \"csv\", \"delimiter\": \"\\t\" }");

    public static readonly FindingDescriptor WrongCount = new(
        "TG0037",
        "Too few or too many",
        FindingSeverity.Error,
        "'{0}' has {2} elements and needs {1}",
        "Add or remove elements.",
        "The key means nothing with this number of elements.",
        "{ \"order\": [] }",
        "{ \"order\": [ \"row.Name\" ] }");

    public static readonly FindingDescriptor OneOfMissing = new(
        "TG0038",
        "Nothing chosen",
        FindingSeverity.Error,
        "'{0}' needs one of the keys {1}",
        "Add one of them.",
        "The keys exclude each other, and one of them says what this object is.",
        "{ \"input\": {} }",
        "{ \"input\": {}, \"output\": { \"sum\": 0 } }");

    public static readonly FindingDescriptor Excluded = new(
        "TG0039",
        "Keys that exclude each other",
        FindingSeverity.Error,
        "'{0}' and '{1}' can't stand together",
        "Keep one of them.",
        "Each of the two says all there is to say; with both, nobody knows which one counts.",
        "{ \"output\": {}, \"error\": \"not_found\" }",
        "{ \"error\": \"not_found\" }");

    public static readonly FindingDescriptor LineBreakInLine = new(
        "TG0040",
        "Line break inside a line",
        FindingSeverity.Error,
        "an element of '{0}' holds a line break",
        "Split it: each element of the array is one line.",
        "An array of strings is text line by line. A break inside an element would make two lines look like one.",
        "{ \"body\": [ \"a\\nb\" ] }",
        "{ \"body\": [ \"a\", \"b\" ] }");

    public static readonly FindingDescriptor NotAnObject = new(
        "TG0041",
        "Not a spec",
        FindingSeverity.Error,
        "a spec is one JSON object, not {0}",
        "Write an object with name, description, inputSchema, outputSchema, implementation and examples.",
        "One file holds one tool.",
        "[ { \"name\": \"a\" } ]",
        "{ \"name\": \"a\" }");
}

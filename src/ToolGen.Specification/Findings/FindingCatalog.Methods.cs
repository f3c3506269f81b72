namespace ToolGen.Specification.Findings;

/// <summary>What is found about methods with <c>[Tool]</c>.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor MethodNotCallable = new(
        "TG2310",
        "Method that generated code cannot call",
        FindingSeverity.Error,
        "`{0}` cannot be a tool: {1}",
        "Make it an internal or public method of a type that is no generic one, or write a small method that calls it.",
        "The tool is a class of its own in the same assembly, which calls the method. What it cannot reach or does not know all types of, it cannot call.",
        "[Tool] private static int Add(int a, int b) => a + b;",
        "[Tool] internal static int Add(int a, int b) => a + b;");

    public static readonly FindingDescriptor MethodParameter = new(
        "TG2311",
        "Parameter that no JSON has a value for",
        FindingSeverity.Error,
        "the parameter `{0}` cannot come from JSON: {1}",
        "Take a type that JSON has (a number, a text, a date, an enum, a list, a record), or mark the parameter `[FromServices]` where the host supplies it.",
        "Arguments come from a model, as JSON. A stream, a delegate or an interface is no data: it is a service of the host, and the attribute says so.",
        "[Tool] public static int Count(Stream file) => …",
        "[Tool] public static int Count(string text, [FromServices] IClock clock) => …");

    public static readonly FindingDescriptor MethodResult = new(
        "TG2312",
        "Result that no JSON has a value for",
        FindingSeverity.Error,
        "the result cannot become JSON: {0}",
        "Return a record with what a model shall see.",
        "What a tool returns is written as JSON that fits the published schema. A type without one has no schema.",
        "[Tool] public static Stream Load(string name) => …",
        "[Tool] public static Page Load(string name) => …");

    public static readonly FindingDescriptor MethodUndescribed = new(
        "TG2313",
        "Tool method without a description",
        FindingSeverity.Warning,
        "`{0}` says nowhere what it does, so a model has only its name to choose by",
        "Write a `<summary>` above it, or `[Description]`.",
        "A model picks tools by what they say of themselves: what the tool does, when to use it, what it needs.",
        "[Tool] public static int Add(int a, int b) => a + b;",
        "/// <summary>Adds two numbers.</summary>\n[Tool] public static int Add(int a, int b) => a + b;");

    public static readonly FindingDescriptor MethodSchema = new(
        "TG2314",
        "Method whose signature makes no good schema",
        FindingSeverity.Error,
        "the signature makes no good spec: {0}",
        "{1}",
        "A method becomes the spec that says the same, and that is read like any other: names, bounds, patterns and defaults must fit together.",
        "[Tool(Name = \"add numbers\")] public static int Add(int a, int b) => a + b;",
        "[Tool(Name = \"add_numbers\")] public static int Add(int a, int b) => a + b;");
}

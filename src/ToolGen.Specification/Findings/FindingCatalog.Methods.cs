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

    public static readonly FindingDescriptor MethodUnchecked = new(
        "TG2315",
        "Annotation that no schema says",
        FindingSeverity.Warning,
        "`{0}` is not checked: no schema says it",
        "Write what a schema says (Range, StringLength, RegularExpression, AllowedValues …), or check it in the method.",
        "Arguments are held against the published schema and nothing else. An annotation of another kind would be a promise that nobody keeps.",
        "[Tool] public static bool Pay([CreditCard] string card) => …",
        "[Tool] public static bool Pay([RegularExpression(\"[0-9]{16}\")] string card) => …");

    public static readonly FindingDescriptor MethodExample = new(
        "TG2316",
        "Example of a method that is no sample",
        FindingSeverity.Error,
        "the example is no sample: {0}",
        "Write the arguments and the whole output as JSON objects, or the arguments and `Error = \"code\"`.",
        "Examples are the tool's first tests. They are read at build and run by the project's tests, so they must be whole.",
        "[ToolExample(\"price: 10\", \"12\")]",
        "[ToolExample(\"\"\"{\"price\": 10}\"\"\", \"\"\"{\"result\": 12}\"\"\")]");
}

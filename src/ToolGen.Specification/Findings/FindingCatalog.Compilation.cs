namespace ToolGen.Specification.Findings;

public static partial class FindingCatalog
{
    public static readonly FindingDescriptor CSharpError = new(
        "TG2050",
        "C# of the spec does not compile",
        FindingSeverity.Error,
        "{0} ({1})",
        "{2}",
        "The expression or body passed the gate, but the compiler cannot bind it against the tool's types. The C# declarations that it is "
        + "compiled against are printed by `toolgen types`, and travel with every `--json` list of findings. JSON names become Pascal case in C#: "
        + "the property `min_total` is `MinTotal`.",
        "\"where\": \"row.total >= input.min_total\"",
        "\"where\": \"row.Total >= input.MinTotal\"");

    public static readonly FindingDescriptor CSharpWarning = new(
        "TG2051",
        "The compiler warns about C# of the spec",
        FindingSeverity.Warning,
        "{0} ({1})",
        "{2}",
        "The C# compiles, but the compiler sees a value that may be null, code that is never reached or a result that is thrown away. "
        + "A property that the schema does not require is nullable: narrow it before use.",
        "\"let\": { \"size\": \"input.Name.Length\" }",
        "\"let\": { \"size\": \"(input.Name ?? \\\"\\\").Length\" }");

    public static readonly FindingDescriptor GeneratedCodeError = new(
        "TG2052",
        "Generated code does not compile",
        FindingSeverity.Error,
        "the C# made from `{0}` does not compile, at no text of the spec: {1} ({2})",
        "Leave out the part of the spec that you added last and check again; please report the spec, this is a fault of ToolGen.",
        "A spec without findings must compile. Where it does not, and the place is not a text of the spec, the template is wrong. "
        + "The tool is left out; the others are not disturbed.",
        "{ \"name\": \"odd\", … }",
        "{ \"name\": \"odd\", … }");

    public static readonly FindingDescriptor CompanionError = new(
        "TG2053",
        "NAME.tool.cs does not compile",
        FindingSeverity.Error,
        "{0} ({1})",
        "{2}",
        "The C# file beside the spec is compiled together with the generated part of its class. `toolgen types` prints the declarations of "
        + "that part: the types, and the signature of `RunAsync`.",
        "partial ValueTask<Output> RunAsync(Input input) => …",
        "private partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken) => …");

    public static readonly FindingDescriptor DuplicateTool = new(
        "TG2054",
        "Two specs of one name",
        FindingSeverity.Error,
        "the tool `{0}` stands in {1} too",
        "Give one of them another name, and its file too: names are compared ignoring case, and so are the C# names made of them.",
        "A caller names a tool, and the class is made of its name: within one catalog names are unique ignoring case, also after they "
        + "became C# names (`get_user` and `get-user` are both `GetUser`). The spec whose path sorts first keeps the name.",
        "a/get_user.tool.json, b/get-user.tool.json",
        "a/get_user.tool.json, b/get_account.tool.json");

    public static readonly FindingDescriptor UnreadableSpecFile = new(
        "TG2055",
        "File cannot be read",
        FindingSeverity.Error,
        "cannot read the file: {0}",
        "Make it a readable file of its own; links that a search meets are not followed.",
        "The file was named or found, and the operating system refused it. The other specs are not disturbed.",
        "locked.tool.json",
        "readable.tool.json");

    public static readonly FindingDescriptor TooManySpecs = new(
        "TG2056",
        "Folder holds too much",
        FindingSeverity.Error,
        "stopped looking after {0} {1}",
        "Name a folder nearer to the specs.",
        "A search for specs is bounded, so that a command given the wrong folder ends. What was found until then is still checked.",
        "toolgen check /",
        "toolgen check tools");

    public static readonly FindingDescriptor CompanionRefused = new(
        "TG2057",
        "NAME.tool.cs has a shape that is not compiled here",
        FindingSeverity.Error,
        "NAME.tool.cs holds {0}",
        "Write usings, `namespace NAME.Tools;`, and one `public sealed partial class` with methods, constants and readonly fields alone.",
        "A project compiles the C# file beside a spec as its own code. The forge runs what a model may have written, so the file has one shape, and "
        + "each body in it passes the gate that bodies of specs pass: no directives, attributes, aliases, unsafe code, nothing reached through `System.` by name.",
        "[ModuleInitializer] internal static void Start() { }",
        "namespace MyAgent.Tools;\npublic sealed partial class Area { … }");
}

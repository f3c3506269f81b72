namespace ToolGen.Specification.Findings;

/// <summary>The list of members: what C# of a tool names, and what its compiled assembly touches.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor MemberNotListed = new(
        "TG4001",
        "C# reaches beyond values",
        FindingSeverity.Error,
        "`{0}` is not on the list of what C# of a tool may use",
        "{1}",
        "C# of a tool computes: on values, text, numbers, dates, collections, regular expressions. What belongs to the process or the machine (its environment, files, threads, "
        + "clock, chance, types as data) is no member of the list, whatever name leads to it; effects are members of `context`. The list is over what the compiler bound, member by member.",
        "return new Output(Environment.MachineName);",
        "return new Output(input.MachineName);");

    public static readonly FindingDescriptor AssemblyRefused = new(
        "TG4010",
        "Compiled assembly cannot be checked",
        FindingSeverity.Error,
        "{0} {1}",
        "Write the tool in plain C#: no modules, resources, native code, forwarded types or events.",
        "The gate reads the compiled assembly before anything loads it. What it cannot decode, or what lies outside of types, methods and fields, is refused whole: the list of members cannot speak of it.",
        "[DllImport(\"libc\")] static extern int system(string command);",
        "public sealed partial class Area { … }");

    public static readonly FindingDescriptor CompiledMemberRefused = new(
        "TG4011",
        "Compiled code touches what is not on the list",
        FindingSeverity.Error,
        "{0} uses `{1}`, which is not on the list of what a tool may touch",
        "{2}.",
        "The compiled assembly is read instruction by instruction, with its signatures and attributes; every type and member must stand on the list by its whole name. This holds for what no name in the source shows too: conversions, enumerators, handlers of texts with holes.",
        "Func<string, string?> read = Environment.GetEnvironmentVariable;",
        "Func<string, string?> read = context.Setting;");

    public static readonly FindingDescriptor CompiledCapabilityMissing = new(
        "TG4012",
        "Compiled code has an effect that its spec does not name",
        FindingSeverity.Error,
        "{0} uses `{1}`, which needs a capability of the kind {2}",
        "Write the capability into `capabilities`, with what it is for, such as `http GET https://api.example/v1/*`.",
        "Members with an effect stand on the list under the first word of the capability that allows them. The compiled code of a tool is held to the lines of its spec, also where no check of the source saw the effect.",
        "\"capabilities\": []",
        "\"capabilities\": [\"clock\"]");

    public static readonly FindingDescriptor CompiledCodeRefused = new(
        "TG4013",
        "Compiled code leaves what can be checked",
        FindingSeverity.Error,
        "{0} holds {1}",
        "Write it with arrays, lists and spans that own their data, and with lambdas for functions.",
        "Pointers, bare functions, raw memory and copies of values that hold a borrowed buffer could change memory of the host. They are refused in signatures and instructions alike.",
        "unsafe { *(int*)0 = 1; }",
        "var values = new int[1];");

    public static readonly FindingDescriptor CompiledDeclarationRefused = new(
        "TG4014",
        "Compiled type or method is of a kind that tools do not have",
        FindingSeverity.Error,
        "{0} {1}",
        "Write plain types and methods.",
        "Finalizers, initialisers of modules, methods without a body of their own and types that place their fields by hand run when nobody called the tool, or leave the rules of memory.",
        "~Cache() => Spread();",
        "void Clear() => this.items.Clear();");

    public static readonly FindingDescriptor CompiledAttributeRefused = new(
        "TG4015",
        "Compiled code carries an attribute that the runtime obeys",
        FindingSeverity.Error,
        "{0} carries the attribute `{1}`",
        "Leave the attribute out.",
        "The runtime knows some attributes by name, whoever declares them: they open other assemblies' private members, start code or change layouts.",
        "[UnsafeAccessor(UnsafeAccessorKind.Field, Name = \"value\")] static extern ref int Value(Box box);",
        "int Value(Box box) => box.Value;");
}

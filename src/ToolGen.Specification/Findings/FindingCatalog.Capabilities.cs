namespace ToolGen.Specification.Findings;

/// <summary>What a tool may do, and what its spec says of it (SPEC §3).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor CapabilityUncovered = new(
        "TG6040",
        "Capability is not covered",
        FindingSeverity.Error,
        "the tool needs the capability \"{0}\", and the lines that the spec writes do not cover it",
        "Add \"{0}\" to `capabilities`, or leave `capabilities` out: they are derived.",
        "Capabilities of every kind but `code` are derived from what the spec uses. Where they are written, they must cover that, so that a reviewer can trust the list. A line covers another where everything that the other allows is allowed by it.",
        "\"capabilities\": [\"random\"], \"let\": { \"today\": \"now.UtcDateTime\" }",
        "\"capabilities\": [\"clock\"], \"let\": { \"today\": \"now.UtcDateTime\" }");

    public static readonly FindingDescriptor CapabilityUnneeded = new(
        "TG6041",
        "Capability that nothing needs",
        FindingSeverity.Warning,
        "nothing in the tool needs the capability \"{0}\"",
        "Take the line out.",
        "A host grants what a tool says it needs. A line that nothing needs asks for trust without a reason, and is what an injected change would use.",
        "\"capabilities\": [\"clock\", \"read data/**\"]",
        "\"capabilities\": [\"clock\"]");

    public static readonly FindingDescriptor CapabilityRepeated = new(
        "TG6042",
        "Capability written twice",
        FindingSeverity.Warning,
        "another line, \"{0}\", covers \"{1}\" already",
        "Take one of the two out; where the wider one is not needed, that one.",
        "Who approves the list reads each line as something that the others do not allow.",
        "\"capabilities\": [\"read data/**\", \"read data/2025/*\"]",
        "\"capabilities\": [\"read data/2025/*\"]");

    public static readonly FindingDescriptor CapabilityUnnamed = new(
        "TG6043",
        "Capability without a name",
        FindingSeverity.Error,
        "\"{0}\" allows any {1}",
        "Name the {1}, one line each, such as \"{2}\".",
        "A spec names each host, folder, database, tool and secret that it uses; `*` stands for one segment of a path and `**` for any. A star in place of the name would make the person's approval mean everything.",
        "\"capabilities\": [\"http * *\"]",
        "\"capabilities\": [\"http GET https://api.example/v1/*\"]");

    public static readonly FindingDescriptor CapabilityAnyMethod = new(
        "TG6044",
        "Capability for every HTTP method",
        FindingSeverity.Warning,
        "\"{0}\" allows every method, DELETE too",
        "Write a line for each method that the tool needs{1}.",
        "GET and HEAD read, the others change something at the other side. A tool whose requests only read can be shown and granted as one that only reads.",
        "\"capabilities\": [\"http * https://api.example/v1/*\"]",
        "\"capabilities\": [\"http GET https://api.example/v1/*\"]");

    public static readonly FindingDescriptor AnnotationTooLoose = new(
        "TG6045",
        "Annotation that the capabilities contradict",
        FindingSeverity.Warning,
        "\"{0}\": {1} is not what the tool's capabilities say ({2}): {3} is published",
        "Leave `{0}` out, or write {3}.",
        "Annotations are derived from the capabilities and can only be made stricter by hand: a client that believes `readOnlyHint` asks nobody before it calls.",
        "\"capabilities\": [\"write out/*\"], \"annotations\": { \"readOnlyHint\": true }",
        "\"capabilities\": [\"write out/*\"]");

    public static readonly FindingDescriptor CapabilityNotWritten = new(
        "TG6046",
        "Effect in code without a capability",
        FindingSeverity.Error,
        "the code needs the capability \"{0}\", and no line of `capabilities` covers it",
        "Write \"capabilities\": [{1}], beside those that are there, or leave the effect out.",
        "Code writes its capabilities, so that a person can approve them without reading it. They are held against what the compiler finds: requests, files, databases, tools, secrets, the clock, random numbers, with the constant parts of what they are given; a part that is not constant is `*`. At run time the host's guard refuses what no line covers.",
        "\"body\": \"return new Output(context.Now);\"",
        "\"capabilities\": [\"clock\"], \"body\": \"return new Output(context.Now);\"");

    public static readonly FindingDescriptor CapabilityUntold = new(
        "TG6047",
        "Effect whose capability can't be told",
        FindingSeverity.Error,
        "what this is used on is not constant, so no line `{0} …` can be told for it",
        "Write the host, folder, database, tool or secret as constant text at this place, or write the lines `{0} …` that it keeps to into `capabilities`.",
        "The host, the folder, the database, the tool and the secret stand in the capability by name. Constant text is followed through concatenation, interpolation, `?:`, locals that are assigned once and arguments of local functions.",
        "\"body\": \"using var file = context.Files.OpenRead(input.Path); …\"",
        "\"capabilities\": [\"read data/**\"], \"body\": \"using var file = context.Files.OpenRead(input.Path); …\"");
}

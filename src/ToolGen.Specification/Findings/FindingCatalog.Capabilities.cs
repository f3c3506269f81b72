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
}

namespace ToolGen.Specification.Findings;

/// <summary>Capabilities of tools that are methods, held against their code: TG3150–3159. Those of specs: TG6040–6047.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor MethodCapabilityMissing = new(
        "TG3150",
        "Effect of a tool method without a capability",
        FindingSeverity.Warning,
        "the tool `{0}` uses `{1}`, and no line of its `Capabilities` covers it",
        "Write `{1}` into `Capabilities`.",
        "Who approves a tool reads its capabilities, not its code; the host's guard refuses at run time what no line covers. The effects of the method and of all it calls in the project are looked at, with the constant parts of what they are given; a part that is not constant is `*`. Code of specs is held to the same by TG6046.",
        "[Tool]\npublic static bool IsOver(DateTime end, ToolContext context) => context.Now.UtcDateTime > end;",
        "[Tool(Capabilities = [\"clock\"])]\npublic static bool IsOver(DateTime end, ToolContext context) => context.Now.UtcDateTime > end;");

    public static readonly FindingDescriptor MethodCapabilityUnused = new(
        "TG3151",
        "Capability of a tool method that nothing uses",
        FindingSeverity.Warning,
        "nothing in the tool `{0}` uses the capability `{1}`",
        "Take the line out.",
        "A line that nothing needs asks for trust without a reason, and is what an injected change would use. The rule is silent where the context is handed to code of another assembly, and about words whose host, folder, database, tool or secret is not constant. Specs are held to the same by TG6041.",
        "[Tool(Capabilities = [\"clock\", \"write out/**\"])]\npublic static string Now(ToolContext context) => context.Now.ToString(\"O\");",
        "[Tool(Capabilities = [\"clock\"])]\npublic static string Now(ToolContext context) => context.Now.ToString(\"O\");");
}

namespace ToolGen.Specification.Findings;

/// <summary>Tools whose answers depend on more than their arguments, and state that callers share: TG3160–3169.</summary>
public static partial class FindingCatalog
{
    private const string WhyPure = " A client that reads `readOnlyHint` and `idempotentHint` asks nobody before it calls, calls again after a failure, and keeps answers for the same arguments.";
    private const string WhyShared = " A tool serves every conversation of the process, several at a time. What one call leaves behind in a static member, another user's call reads.";

    public static readonly FindingDescriptor UnstableAnswer = new(
        "TG3160",
        "Tool that claims to be repeatable and is not",
        FindingSeverity.Warning,
        "`{0}` depends on more than the arguments, and the tool `{1}` says that it is read-only and idempotent",
        "{2}, or take the claim back.",
        "The clock, chance, the machine, its culture, the process and the order in which threads end are no arguments." + WhyPure + " What the `ToolContext` gives is recorded and can be replayed.",
        "[McpServerTool(ReadOnly = true, Idempotent = true)]\npublic static string Quote() => Quotes[Random.Shared.Next(Quotes.Length)];",
        "[McpServerTool(ReadOnly = true, Idempotent = true)]\npublic static string Quote(int number) => Quotes[number % Quotes.Length];");

    public static readonly FindingDescriptor ReadOnlyWrites = new(
        "TG3161",
        "Tool that claims to read only and writes",
        FindingSeverity.Warning,
        "`{0}` changes something, and the tool `{1}` says that it is read-only",
        "Leave `ReadOnly` out, or move the change to a tool of its own.",
        "Deleting, writing, sending and committing are changes, whoever asked for them." + WhyPure,
        "[McpServerTool(ReadOnly = true)]\npublic static string Show(string name) { File.AppendAllText(\"seen.txt\", name); return Find(name); }",
        "[McpServerTool(ReadOnly = true)]\npublic static string Show(string name) => Find(name);");

    public static readonly FindingDescriptor SharedStateWritten = new(
        "TG3164",
        "State that all callers of a tool share",
        FindingSeverity.Warning,
        "the tool `{1}` changes `{0}`, which all callers share",
        "Keep what belongs to a call in the call; what belongs to a user, under the user in a store of the host's.",
        "Locks and concurrent collections keep such state whole and not apart." + WhyShared + " A value that is computed once from nothing of a call, and a table of values that are computed from their keys alone, are no such state.",
        "private static string? lastQuery;\n[McpServerTool]\npublic static string Search(string query) { lastQuery = query; return Find(query); }",
        "[McpServerTool]\npublic static string Search(string query) => Find(query);");

    public static readonly FindingDescriptor SharedStateOpen = new(
        "TG3165",
        "Static field that could be changed under a tool",
        FindingSeverity.Warning,
        "the tool `{1}` reads `{0}`, a static field that is not readonly",
        "Make it `readonly` or `const`.",
        "A field that nobody means to change is one that nobody watches." + WhyShared,
        "private static string root = \"https://api.example/v1/\";",
        "private static readonly string root = \"https://api.example/v1/\";");
}

namespace ToolGen.Specification.Findings;

/// <summary>The kind <c>compose</c>: steps held against the schemas of the tools they call (SPEC §5), and nominal types (SPEC §2).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor StepToolUnknown = Compose(
        "TG2260",
        "Unknown tool",
        FindingSeverity.Error,
        "there is no tool {0} in this build",
        "{1}The tools are {2}. A spec that has errors counts as absent until it has none.",
        "A step is typed by the schemas of the tool it calls, so the tool's spec must be part of the same build: among the project's specs, or beside the spec that is checked.",
        "\"steps\": { \"sales\": { \"tool\": \"query_sale\" } }",
        "\"steps\": { \"sales\": { \"tool\": \"query_sales\" } }");

    public static readonly FindingDescriptor StepToolVersion = Compose(
        "TG2261",
        "Tool of another version",
        FindingSeverity.Error,
        "{0} asks for a version that {1} does not have: it is {2}",
        "Write a range that takes it, such as `{1}@^{2}`, after looking at what changed; or leave the range out.",
        "`1.2.3` means that version, `1.2` and `1` all that begin so, `^1.2` from there up to the next first number, `~1.2` up to the next second one.",
        "\"tool\": \"query_sales@^2\"",
        "\"tool\": \"query_sales@^1\"");

    public static readonly FindingDescriptor StepCycle = Compose(
        "TG2262",
        "Steps that wait for one another",
        FindingSeverity.Error,
        "{0}: none of these can begin",
        "Take one of the references out, or let one step do the work of two.",
        "A step begins when everything it refers to is there. In a circle nothing ever is; and a tool that calls itself through others would never end.",
        "\"steps\": { \"a\": { \"tool\": \"f\", \"input\": { \"x\": \"{b.y}\" } }, \"b\": { \"tool\": \"g\", \"input\": { \"x\": \"{a.y}\" } } }",
        "\"steps\": { \"a\": { \"tool\": \"f\", \"input\": { \"x\": \"{start}\" } }, \"b\": { \"tool\": \"g\", \"input\": { \"x\": \"{a.y}\" } } }");

    public static readonly FindingDescriptor StepInputMissing = Compose(
        "TG2263",
        "Argument missing",
        FindingSeverity.Error,
        "the step {0} gives {1} no {2}, which it must have",
        "Add it: {3}.",
        "The callee would refuse the call. Its schema says what it needs, so that this shows when the tool is built.",
        "\"sales\": { \"tool\": \"query_sales\", \"input\": { \"from\": \"{week_start}\" } }",
        "\"sales\": { \"tool\": \"query_sales\", \"input\": { \"from\": \"{week_start}\", \"to\": \"{last}\" } }");

    public static readonly FindingDescriptor StepInputUnknown = Compose(
        "TG2264",
        "Argument that the tool does not take",
        FindingSeverity.Error,
        "{0} does not take {1}",
        "It takes {2}.",
        "Objects of an `inputSchema` are closed unless they say otherwise: the callee would refuse the call.",
        "\"input\": { \"form\": \"{week_start}\" }",
        "\"input\": { \"from\": \"{week_start}\" }");

    public static readonly FindingDescriptor StepInputType = Compose(
        "TG2265",
        "Argument of another type",
        FindingSeverity.Error,
        "{0} expects at {1}: {2}; it gets: {3}",
        "Hand on another value, or make the right one in a `let`.",
        "What a schema types is compared by types, formats, required members and nominal types (`x-type`), which never mix. Bounds and patterns are checked by the callee, at each call. Members that the callee does not take are left out of objects inside.",
        "\"input\": { \"values\": \"{sales}\" }",
        "\"input\": { \"values\": \"{sales.totals}\" }");

    public static readonly FindingDescriptor StepInputValue = Compose(
        "TG2266",
        "Argument that the schema refuses",
        FindingSeverity.Error,
        "{0} does not take this at {1}: {2}",
        "Write a value that its schema allows.",
        "A constant can be checked once and for all: every call with it would fail.",
        "\"input\": { \"units\": \"celsius\" }",
        "\"input\": { \"units\": \"metric\" }");

    public static readonly FindingDescriptor StepUnused = Compose(
        "TG2267",
        "Step that nothing uses",
        FindingSeverity.Warning,
        "nothing uses what the step {0} answers, and {1} changes nothing",
        "Use it in `result` or in another step, or take it out.",
        "A step that only reads costs time and calls. If it is there for an effect, the tool's capabilities should say so.",
        "\"steps\": { \"sales\": { … }, \"stats\": { … } }, \"result\": { \"total\": \"stats.Sum\" }",
        "\"steps\": { \"stats\": { … } }, \"result\": { \"total\": \"stats.Sum\" }");

    public static readonly FindingDescriptor StepRetryWrites = Compose(
        "TG2268",
        "Effect that may happen twice",
        FindingSeverity.Warning,
        "the step {0} tries again, and {1} changes something: a call that failed may have had its effect",
        "Take `retry` out, or say `\"idempotentHint\": true` in the annotations of {1} if calling it twice is as good as once.",
        "A call can fail after it worked: the answer is lost, not the effect. Trying again is safe for tools that read, and for those that say that they are idempotent.",
        "\"mail\": { \"tool\": \"send_mail\", \"retry\": 2 }",
        "\"mail\": { \"tool\": \"send_mail\" }");

    public static readonly FindingDescriptor StepLiteralReference = Compose(
        "TG2269",
        "Text that looks like a reference",
        FindingSeverity.Warning,
        "{0} is plain text, but {1} is a value here",
        "Write `{{1}}` if the value is meant.",
        "In `input` JSON stands for itself; a value is written in braces.",
        "\"input\": { \"text\": \"stats.sum\" }",
        "\"input\": { \"text\": \"{stats.sum}\" }");

    public static readonly FindingDescriptor NominalBases = Compose(
        "TG2272",
        "Nominal type over two base types",
        FindingSeverity.Error,
        "`{0}` wraps {1} in one place and {2} here",
        "Give one of the two another `x-type`.",
        "A nominal type is one C# type, shared by name in the assembly: what it wraps must be the same everywhere.",
        "\"a\": { \"type\": \"string\", \"x-type\": \"score\" }, \"b\": { \"type\": \"number\", \"x-type\": \"score\" }",
        "\"a\": { \"type\": \"string\", \"x-type\": \"grade\" }, \"b\": { \"type\": \"number\", \"x-type\": \"score\" }");

    private static FindingDescriptor Compose(string id, string title, FindingSeverity severity, string message, string remedy, string explanation, string bad, string good) =>
        new(id, title, severity, message, remedy, explanation, bad, good);
}

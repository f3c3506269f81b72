namespace ToolGen.Specification.Findings;

public static partial class FindingCatalog
{
    public static readonly FindingDescriptor SampleThrew = new(
        "TG5051",
        "C# of the spec throws",
        FindingSeverity.Error,
        "while {0} runs, this line throws: {1}",
        "Guard the case, or say it with `fail` (in a body: `throw Fail(\"code\", \"message\")`): an exception tells a caller nothing.",
        "A tool that throws answers `internal`, which no caller can act on. The place is the line of the spec whose C# threw.",
        "\"average\": \"input.Total / input.Count\"",
        "\"average\": \"input.Count == 0 ? 0 : input.Total / input.Count\"");

    public static readonly FindingDescriptor SampleTimedOut = new(
        "TG5052",
        "Sample runs too long",
        FindingSeverity.Error,
        "{0} ended after its time limit: {1}",
        "Make the code end: look for a loop whose condition never changes; or raise `limits.timeout`.",
        "Every run has the wall time of `limits.timeout` (30 s where the spec is silent). A run that ignores its cancellation is ended by killing "
        + "its process; the other samples go on in a fresh one.",
        "while (left != right) { }",
        "while (left < right) left++;");

    public static readonly FindingDescriptor SampleCrashed = new(
        "TG5053",
        "Sample ends its process",
        FindingSeverity.Error,
        "{0} ended the process that ran it: {1}",
        "Look for a recursion without end or for memory without bound.",
        "A stack overflow or memory beyond the hard limit can't be caught: the process is gone. The other samples go on in a fresh one.",
        "int Depth(int n) => Depth(n + 1);",
        "int Depth(int n) => n >= 100 ? n : Depth(n + 1);");
}

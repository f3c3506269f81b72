namespace ToolGen.Specification.Findings;

public static partial class FindingCatalog
{
    public static readonly FindingDescriptor SampleFailed = new(
        "TG5050",
        "Sample fails",
        FindingSeverity.Error,
        "{0} fails: {1}",
        "Mend the implementation; or the sample, where it is the sample that is wrong.",
        "The sample was run in the sandbox and gave something other than what it states. Numbers are compared by value within 1e-9, instants "
        + "as instants, members in any order; `compare` loosens that.",
        "{ \"input\": { \"n\": 3 }, \"output\": { \"double\": 5 } }",
        "{ \"input\": { \"n\": 3 }, \"output\": { \"double\": 6 } }");

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
        "Every run has the wall time of `limits.timeout` (30 s where the spec is silent). A run that ignores its cancellation is ended three seconds later by killing "
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

    public static readonly FindingDescriptor SampleUnconfirmed = new(
        "TG5054",
        "Output waits for a person",
        FindingSeverity.Warning,
        "{0} has the output \"?\"; the tool answers {1}",
        "Check the answer by other means, then paste it in place of \"?\".",
        "An output that the tool itself computed proves nothing. It counts only after a person, or a run that does not share the code, confirmed it.",
        "\"output\": \"?\"",
        "\"output\": { \"sum\": 42 }");

    public static readonly FindingDescriptor SampleUnrecorded = new(
        "TG5055",
        "Sample lacks a recording",
        FindingSeverity.Warning,
        "{0} needs an effect that it has no recording of: {1}",
        "Add what the world answers to `given`.",
        "Samples run without network, and with files and databases of their own: each effect answers from `given`. One that `given` says nothing of is neither pass nor failure; where there are recordings and none fits, the sample fails.",
        "{ \"input\": {}, \"output\": { \"ok\": true } }",
        "{ \"given\": { \"now\": \"2026-01-01T00:00:00Z\" }, \"input\": {}, \"output\": { \"ok\": true } }");

    public static readonly FindingDescriptor GivenUnused = new(
        "TG5056",
        "Part of a sample's world is not used",
        FindingSeverity.Warning,
        "{0} gives {1}, and the run never asked for it",
        "Remove it; or look why the tool does not ask: a condition that never holds, a name that is spelled otherwise.",
        "A recorded answer, a secret, a setting, a clock or draws that stand in a sample's own `given` and that nothing asked for mislead its reader: the "
        + "sample seems to show something that it does not. Files and databases may hold what a tool must leave alone; they are never told.",
        "{ \"given\": { \"now\": \"2026-01-01T00:00:00Z\" }, \"input\": { \"n\": 1 }, \"output\": { \"n\": 2 } }",
        "{ \"input\": { \"n\": 1 }, \"output\": { \"n\": 2 } }");

    public static readonly FindingDescriptor TryingTooLong = new(
        "TG5057",
        "Trying takes too long",
        FindingSeverity.Error,
        "its samples, and the inputs that were made for it, took more than {0} together: what was left was not run",
        "Make the samples smaller, or the code faster; a host can raise the bound (`Forge.TryTime`).",
        "Each run has its own limit, and all runs of one tool have one together: else a few hundred slow samples would hold everybody else's. A tool that was not tried to its end counts as not tried, "
        + "whatever the samples did that were run.",
        "\"examples\": [ { \"input\": { \"upTo\": 100000000 }, \"output\": { \"primes\": 5761455 } } ]",
        "\"examples\": [ { \"input\": { \"upTo\": 1000 }, \"output\": { \"primes\": 168 } } ]");
}

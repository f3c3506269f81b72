namespace ToolGen.Specification.Findings;

/// <content>TG5001–5049: samples (station Try).</content>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor SampleFailed = new(
        "TG5001", "Sample failed", FindingSeverity.Error,
        "The sample {0} failed: {1}.", "Mend the tool, or the sample where it was computed wrongly.",
        "A sample is a promise to callers: this input gives this output. Numbers compare within 1e-9 relative (`compare.tolerance` is absolute), integers and decimals exactly, `date-time` as instants; `compare.unordered` and `compare.ignore` name places by JSON Pointer. Outputs that are hard to compute by hand can be left to the trial as `\"?\"`.",
        """{ "input": { "a": 2, "b": 3 }, "output": { "sum": 6 } }""", """{ "input": { "a": 2, "b": 3 }, "output": { "sum": 5 } }""");

    public static readonly FindingDescriptor SampleUnconfirmed = new(
        "TG5002", "Sample not confirmed", FindingSeverity.Warning,
        "The sample {0} has no output yet; the tool gives {1}.", "Check it by other means, then write it in place of \"?\".",
        "With `\"output\": \"?\"` the trial computes the output. It counts for nothing until a person or an independent run confirms it: a tool cannot be its own witness.",
        """{ "input": { "text": "abc" }, "output": "?" }""", """{ "input": { "text": "abc" }, "output": { "length": 3 } }""");

    public static readonly FindingDescriptor SampleUnrecorded = new(
        "TG5003", "Effect without recording", FindingSeverity.Warning,
        "The sample {0} neither passed nor failed: {1}.", "Record the effect in \"given\".",
        "Samples run without network, files or databases of the machine. Each effect is answered from `given`; one that has no recording leaves the sample undecided.",
        """{ "input": {}, "output": { "die": 3 }, "given": { "random": [] } }""", """{ "input": {}, "output": { "die": 3 }, "given": { "random": [0.45] } }""");
}

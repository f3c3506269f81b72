namespace ToolGen.Specification.Findings;

/// <summary>What is found over runs and rounds, beside what came of each sample.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor InputThrows = new(
        "TG5070",
        "An allowed input makes the tool throw",
        FindingSeverity.Warning,
        "the input {0}, which the schema allows, {1}",
        "Narrow `inputSchema` to what the tool can do (`minimum`, `maximum`, `pattern`, `minItems`), or give the case an answer or an error of its own; then add it as a sample.",
        "The forge makes inputs that the schema allows, its bounds first, the same for the same spec. An exception of the tool's code tells its caller nothing that can be acted on. Servers, files and other tools answer as the "
        + "first sample's `given` says, also where that does not fit the input: then it is the answer that the code should not trust.",
        "\"properties\": { \"by\": { \"type\": \"integer\" } } … \"body\": \"return new Output(100 / input.By);\"",
        "\"properties\": { \"by\": { \"type\": \"integer\", \"minimum\": 1 } } … \"body\": \"return new Output(100 / input.By);\"");

    public static readonly FindingDescriptor InputBreaks = new(
        "TG5075",
        "An allowed input breaks the tool",
        FindingSeverity.Error,
        "the input {0}, which the schema allows, {1}",
        "Narrow `inputSchema` to what the tool can do, or `outputSchema` to what it gives; end a recursion, bound what grows; then add the input as a sample.",
        "To an input that its schema allows, a tool answers with an output that its schema allows, or with an error. Where it gives another output, one of the two schemas lies to the model that calls it; where its process ends, what else "
        + "that process was doing ends too.",
        "\"outputSchema\": { … \"percent\": { \"type\": \"integer\", \"maximum\": 100 } } … \"body\": \"return new Output(input.Part * 100 / input.Whole);\"",
        "\"outputSchema\": { … \"percent\": { \"type\": \"integer\" } } … \"body\": \"return new Output(input.Part * 100 / input.Whole);\"");

    public static readonly FindingDescriptor AnswersDiffer = new(
        "TG5071",
        "The same input has two answers",
        FindingSeverity.Error,
        "the input {0} gave {1}, and given again {2}",
        "Keep nothing between calls: no static field that changes. What comes from the clock or from random numbers, take from the context (`Now`, `Random`), so that it stands in `capabilities`.",
        "A tool that asks for neither clock, random numbers, servers nor other tools can only depend on its input. Where it gives two answers to one, it keeps something from call to call, and what one caller did shows to the next.",
        "static int calls; … return new Output(++calls);",
        "return new Output(input.Calls + 1);");

    public static readonly FindingDescriptor SampleChanged = new(
        "TG5072",
        "Sample changed since the round before",
        FindingSeverity.Warning,
        "{0} stated {1} in the round before and states {2} now{3}",
        "Look whether the sample was wrong, or was bent to what the code does: a person, or a run that does not share the code, says which.",
        "Samples judge the code. Whoever could not make the code pass may have changed what passing means: in the same round, or in one before it where the code stays as it is.",
        "{ \"input\": { \"n\": 3 }, \"output\": { \"double\": 7 } }",
        "{ \"input\": { \"n\": 3 }, \"output\": { \"double\": 6 } }");

    public static readonly FindingDescriptor SampleVanished = new(
        "TG5073",
        "Sample of the round before is gone",
        FindingSeverity.Warning,
        "{0} of the round before is not here any more; it stated {1}{2}",
        "Put it back, or say why it was wrong; where it was reworded, the one that takes its place stands for it.",
        "A sample that a new version of the code does not pass is most easily passed by leaving it out.",
        "\"examples\": [ { \"input\": { \"n\": 3 }, \"output\": { \"double\": 6 } } ]",
        "\"examples\": [ { \"input\": { \"n\": 3 }, \"output\": { \"double\": 6 } }, { \"input\": { \"n\": -1 }, \"output\": { \"double\": -2 } } ]");

    public static readonly FindingDescriptor OneAuthor = new(
        "TG5074",
        "Tool and held-out samples by one author",
        FindingSeverity.Info,
        "{0} wrote the spec and its held-out samples",
        "Let someone else, or a run that does not see the code, write `NAME.tests.json`.",
        "Samples that were written by whoever wrote the code share its mistakes: what was misunderstood is misunderstood in both.",
        "",
        "");

    public static readonly FindingDescriptor EffectBeyond = new(
        "TG6050",
        "Tool reaches beyond its capabilities",
        FindingSeverity.Error,
        "{0} tried \"{1}\", which no capability of the tool allows; it was refused",
        "Add the line to `capabilities`, where a person is to allow it; else take the effect out of the code.",
        "What a tool does must lie within what it says that it does. An effect that the capabilities do not list was refused in the run and makes the evidence void: nothing of the tool goes on, whatever the sample made of the refusal.",
        "\"capabilities\": [\"read in/*\"], \"body\": \"… context.Files.OpenRead($\\\"in/{input.Folder}/a.csv\\\") …\"",
        "\"capabilities\": [\"read in/*/a.csv\"], \"body\": \"… context.Files.OpenRead($\\\"in/{input.Folder}/a.csv\\\") …\"");

    public static readonly FindingDescriptor NoEvidence = new(
        "TG6051",
        "File is no evidence",
        FindingSeverity.Error,
        "this is no evidence: {0}",
        "Take the file that the forge wrote, unchanged; or leave it out, and make it anew.",
        "Evidence is compared by its hash, so it is read as strictly as it is written: one spelling, no member that nobody knows.",
        "",
        "");
}

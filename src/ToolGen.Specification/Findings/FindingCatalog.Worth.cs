namespace ToolGen.Specification.Findings;

public static partial class FindingCatalog
{
    public static readonly FindingDescriptor StubPasses = new(
        "TG5060",
        "A stub passes every sample",
        FindingSeverity.Error,
        "a tool that always answers {0} passes every sample",
        "Add a sample that another answer is right for: another case, or an error of the tool's own.",
        "Samples are the proof that a tool does what it says. Where all of them expect one answer, code that looks at nothing has the same proof: so has code of which there is one sample, and samples that the schema refuses before the code is asked add nothing.",
        "\"examples\": [ { \"input\": { \"n\": 2 }, \"output\": { \"isEven\": true } }, { \"input\": { \"n\": 4 }, \"output\": { \"isEven\": true } } ]",
        "\"examples\": [ { \"input\": { \"n\": 2 }, \"output\": { \"isEven\": true } }, { \"input\": { \"n\": 3 }, \"output\": { \"isEven\": false } } ]");

    public static readonly FindingDescriptor SamplesProveLittle = new(
        "TG5061",
        "Samples prove little",
        FindingSeverity.Error,
        "samples notice {0} of {1} small changes of the tool's code: fewer than half",
        "Add samples for the changes that are named beside this: bounds, the other branch, an empty list, the error.",
        "The forge changes the tool's own code in small ways, one at a time: an operator, a bound, a condition, a name. A change that no sample notices could be a mistake that no sample notices.",
        "\"examples\": [ { \"input\": { \"age\": 30 }, \"output\": { \"adult\": true } } ]",
        "\"examples\": [ { \"input\": { \"age\": 18 }, \"output\": { \"adult\": true } }, { \"input\": { \"age\": 17 }, \"output\": { \"adult\": false } } ]");

    public static readonly FindingDescriptor SamplesNotWeighed = new(
        "TG5063",
        "What samples are worth could not be seen",
        FindingSeverity.Error,
        "no change of the tool's code could be tried: none compiles, or the tool does not pass its samples a second time",
        "Run it again on a machine that is less busy; where it stays, write the code in smaller methods.",
        "Where nothing could be tried nothing is known, and that is not the same as good samples.",
        "\"body\": \"if (input.Ok && int.TryParse(input.Text, out var n)) return new Output(n); return new Output(0);\"",
        "\"body\": \"var n = 0; if (input.Ok) int.TryParse(input.Text, out n); return new Output(n);\"");

    public static readonly FindingDescriptor ChangeUnnoticed = new(
        "TG5062",
        "No sample notices a change here",
        FindingSeverity.Info,
        "every sample still passes with `{1}` in place of `{0}`",
        "Add a sample that tells the two apart; or simplify, where the code is not needed.",
        "A change of the code that leaves every sample as it was is a mistake that nobody would see. Some changes mean the same; those can stay.",
        "\"body\": \"return new Output(input.N > 10);\", \"examples\": [ { \"input\": { \"n\": 50 }, \"output\": { \"big\": true } }, { \"input\": { \"n\": 1 }, \"output\": { \"big\": false } } ]",
        "\"body\": \"return new Output(input.N > 10);\", \"examples\": [ { \"input\": { \"n\": 11 }, \"output\": { \"big\": true } }, { \"input\": { \"n\": 10 }, \"output\": { \"big\": false } } ]");

    public static readonly FindingDescriptor WeighingTooLong = new(
        "TG5064",
        "Weighing the samples takes too long",
        FindingSeverity.Error,
        "to try changes of its code on its samples took more than {0}: what the samples are worth is not known",
        "Make the samples smaller, or the code faster; a host can raise the bound (`Forge.WorthTime`).",
        "Every change runs the samples anew, until one notices it. What was not seen to its end says nothing of the changes that are left, so the tool counts as not weighed.",
        "\"examples\": [ { \"input\": { \"upTo\": 100000000 }, \"output\": { \"primes\": 5761455 } } ]",
        "\"examples\": [ { \"input\": { \"upTo\": 1000 }, \"output\": { \"primes\": 168 } } ]");

    public static readonly FindingDescriptor NothingToChange = new(
        "TG5065",
        "Nothing in the code can be changed",
        FindingSeverity.Warning,
        "the forge finds nothing in the tool's code to change: what its samples would notice is not known",
        "Look at the code yourself; where it decides something, write it as plain expressions (a comparison, a sum, a condition).",
        "Samples are weighed by small changes of the code: an operator, a bound, a condition, a name. Code in which there is none is not proven by the samples that it passes.",
        "\"body\": \"return new Output(input.Text.Normalize());\"",
        "\"body\": \"return new Output(input.Text.Length > 1_000 ? input.Text[..1_000] : input.Text);\"");
}

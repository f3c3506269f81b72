using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Validation;

/// <summary>npm's ajv as a second judge over published schemas: where it says otherwise than the printed C# or the interpreter, the table says why.</summary>
internal sealed class SecondJudgeMeasurement : IMeasurement
{
    private const int Values = 100_000;

    public string Name => "second-judge";

    public string Title => "verdicts of npm's ajv on 100,000 fuzzed calls of BFCL and Seal-Tools beside ours; each disagreement explained";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var data = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data");
        if (!Directory.Exists(data)) return Verdict.Inconclusive("needs ../shared/data, which this machine does not have");
        using var ajv = AjvJudge.Install();
        if (ajv is null) return Verdict.Inconclusive("needs node and npm with a registry, which this machine does not have");

        var tools = FunctionCorpus.Load(data, int.MaxValue);
        cancellationToken.ThrowIfCancellationRequested();
        var fuzzer = new CallFuzzer(2020);
        var values = Enumerable.Range(0, Values).Select(i => (Schema: i % tools.Count, Text: fuzzer.Next(tools[i % tools.Count].Golden[i / tools.Count % tools[i % tools.Count].Golden.Count]))).ToArray();
        var verdicts = ajv.Ask(tools.Select(tool => tool.Published), values).Verdicts;
        var judged = values.Select((value, i) => Judgement.Of(tools[value.Schema], value.Text, verdicts[i] == '1')).ToArray();

        var table = new Table("why they differ", "ajv lets pass", "ajv refuses", "such as");
        foreach (var reason in judged.Where(one => one.Differs).GroupBy(one => one.Reason ?? "UNEXPLAINED").OrderByDescending(reason => reason.Count()))
            table.Add(reason.Key, Text($"{reason.Count(one => one.Ajv)}"), Text($"{reason.Count(one => !one.Ajv)}"), Short(reason.First().ToString()));
        table.Print(output);
        var sets = string.Join(", ", tools.CountBy(tool => tool.Set).Select(set => $"{set.Value} of {set.Key}"));
        var (valid, differ, unexplained) = (judged.Count(one => one.Printed), judged.Count(one => one.Differs), judged.Where(one => one.Differs && one.Reason is null).ToArray());
        var apart = judged.Count(one => one.Printed != one.Interpreted && one.Reason is null);
        output.WriteLine(Text($"schemas: {sets}; {judged.Count(one => one.Ajv)} of {Values} pass by ajv, {valid} by printed C#, {judged.Count(one => one.Interpreted)} by the interpreter"));
        foreach (var one in unexplained.Take(20)) output.WriteLine("  unexplained: " + one);
        return new(
            Text($"{Values - differ} of {Values} the same by ajv, printed C# and interpreter; {differ} differ, {differ - unexplained.Length} of them explained; {100.0 * valid / Values:0} % fit"),
            [
                new("every disagreement is explained", Text($"{differ - unexplained.Length} of {differ}"), unexplained.Length == 0),
                new("printed C# and interpreter agree but for what a C# type cannot hold", Text($"{apart} apart"), apart == 0),
                new("calls that fit and calls that do not are each a quarter at least", Text($"{valid} fit"), valid is >= Values / 4 and <= Values * 3 / 4),
            ]);
    }

    private static string Short(string text) => text.Length <= 140 ? text : text[..140] + "…";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.ML.Tokenizers;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Tokens;

/// <summary>Tools in few words beside what their authors published: tokens of o200k, what is kept, and whether the examples are valid.</summary>
internal sealed class TokensMeasurement : IMeasurement
{
    private const double Aim = 0.70;

    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    public string Name => "tokens";

    public string Title => "tokens of tools in few words beside their raw schemas (BFCL, Seal-Tools) and raw operations (RestBench, ToolAlpaca)";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var data = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data");
        if (!Directory.Exists(data)) return Verdict.Inconclusive("there is no ../shared");
        var table = new Table("tokens, median (min–max)", "n", "raw", "in few words", "fewer", "request alone", "fewer", "too high by");
        int tools = 0, kept = 0, examples = 0, valid = 0, left = 0;
        var operations = new List<double>();
        var figures = new List<string>();
        foreach (var (set, described) in new[] { ("BFCL", RawSchemas.Bfcl(data)), ("Seal-Tools", RawSchemas.SealTools(data)), ("RestBench", RawOperations.RestBench(data)), ("ToolAlpaca", RawOperations.ToolAlpaca(data)) })
        {
            var (raw, few, fewer, request, fewerRequest, over) = (new Series(), new Series(), new Series(), new Series(), new Series(), new Series());
            foreach (var one in described)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var judged = ConcisePrompt.Of(one, text => Tokenizer.CountTokens(text));
                tools++;
                if (judged.KeepsRequired) kept++;
                else output.WriteLine($"{set} {one.Name} loses a required parameter:\n{judged.Text}");
                if (judged.HasExample) examples++;
                if (judged.IsExampleValid) valid++;
                left += judged.LeftOut;
                Add(raw, Tokenizer.CountTokens(one.Raw));
                Add(few, judged.Tokens);
                Add(fewer, Percent(judged.Tokens, raw.Last));
                Add(over, 100 * ((double)judged.Estimate / judged.Tokens - 1));
                if (one.Request is not { } requestText) continue;
                Add(request, Tokenizer.CountTokens(requestText));
                Add(fewerRequest, Percent(judged.Tokens, request.Last));
                operations.Add(fewer.Last);
            }

            table.Add(set, few.Count.ToString(CultureInfo.InvariantCulture), raw.ToString(), few.ToString(), fewer + " %", request.ToString(), fewerRequest.Count == 0 ? "–" : fewerRequest + " %", over + " %");
            figures.Add(string.Create(CultureInfo.InvariantCulture, $"{set} {few.Median:0} for {raw.Median:0} ({fewer.Median:0} % fewer)"));
        }

        output.WriteLine("raw: compact JSON. An operation is raw with its path, method and parameters of its path, each $ref replaced by what it means (one inside itself stays); request alone: without its responses.");
        output.WriteLine("too high by: the estimate that counts where no tokenizer is given, beside o200k.");
        table.Print(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"budget {ToolPrompts.DefaultBudget} tokens; {left} optional parameters left out; {examples} of {tools} tools have an example"));
        var median = operations.Order().ElementAt(operations.Count / 2);
        var met = operations.Count(share => share >= 100 * Aim);
        return new(
            string.Join(", ", figures),
            [
                new("every required parameter is kept", $"{kept} of {tools}", kept == tools),
                new("every example passes the schema", $"{valid} of {examples}", valid == examples && examples > 0),
                new($"at least {100 * Aim:0} % fewer tokens than the raw operation", string.Create(CultureInfo.InvariantCulture, $"median {median:0.0} %; {met} of {operations.Count} operations"), median >= 100 * Aim, IsAim: true),
            ]);
    }

    private static void Add(Series series, double value) => series.Add(value);

    private static double Percent(double few, double raw) => 100 * (1 - (few / raw));
}

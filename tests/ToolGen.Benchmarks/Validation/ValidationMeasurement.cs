using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using NJsonSchema;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Validation;

/// <summary>Printed C# and interpreter beside NJsonSchema and ajv: the same published schemas, the same values, in one run.</summary>
internal sealed class ValidationMeasurement : IMeasurement
{
    private const double Aim = 2;
    private const int FuzzedEach = 5;
    private const string Printed = "printed C#, from text";
    private const string Interpreter = "interpreter, from text";
    private const string NJsonFromText = "NJsonSchema, from text";
    private const string AjvFromText = "ajv compiled, from text";
    private const string AjvFromValues = "ajv compiled, parsed before";

    public string Name => "validation";

    public string Title => "values a second by printed C# and interpreter beside NJsonSchema and npm's ajv (compiled)";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var data = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data");
        if (!Directory.Exists(data)) return Verdict.Inconclusive("needs ../shared/data, which this machine does not have");
        using var ajv = AjvJudge.Install();
        if (ajv is null) return Verdict.Inconclusive("needs node and npm with a registry, which this machine does not have");

        var tools = FunctionCorpus.Load(data, sealTools: 400);
        var fuzzer = new CallFuzzer(5);
        var golden = tools.SelectMany((tool, index) => tool.Golden.Select(call => (index, Encoding.UTF8.GetBytes(call.ToJsonString())))).Where(one => tools[one.index].Errors(one.Item2).Count == 0).ToArray();
        var fuzzed = tools.SelectMany((tool, index) => Enumerable.Range(0, FuzzedEach).Select(i => (index, fuzzer.Next(tool.Golden[i % tool.Golden.Count])))).ToArray();
        output.WriteLine(Text($"{tools.Count} schemas as published (400 of BFCL, 400 of Seal-Tools); thousand values a second of processor time: median (quartiles) of {Rates.Rounds} rounds over all values; {Environment.ProcessorCount} cores"));

        var table = new Table("golden calls and fuzzed ones", "n", "golden", "n", "fuzzed");
        var onGolden = Measure(tools, golden, ajv, cancellationToken);
        var onFuzzed = Measure(tools, fuzzed, ajv, cancellationToken);
        foreach (var (name, rates) in onGolden) table.Add(name, Text($"{golden.Length}"), rates.ToString(), Text($"{fuzzed.Length}"), onFuzzed[name].ToString());
        table.Print(output);
        output.WriteLine("From text is what a call meets: bytes for .NET, decoded strings for node. The printed form also makes the typed value, tells every error with place and remedy, and refuses repeated names;");
        output.WriteLine("ajv stops at the first error. NJsonSchema reads the same schemas by older drafts.");
        var (goldenRatio, fuzzedRatio) = (onGolden[Printed].Median / onGolden[AjvFromText].Median, onFuzzed[Printed].Median / onFuzzed[AjvFromText].Median);
        return new(
            Text($"printed C# {onGolden[Printed].Median / 1000:0}k golden values/s, {goldenRatio:0.00} × ajv compiled from text ({fuzzedRatio:0.00} × on fuzzed ones), {onGolden[Printed].Median / onGolden[AjvFromValues].Median:0.00} × ajv on values parsed before, {onGolden[Printed].Median / onGolden[NJsonFromText].Median:0.0} × NJsonSchema; interpreter {onGolden[Interpreter].Median / 1000:0}k"),
            [
                new(Text($"printed C# is at least {Aim} × ajv compiled, golden calls"), Text($"{goldenRatio:0.00} ×"), goldenRatio >= Aim, IsAim: true),
                new(Text($"printed C# is at least {Aim} × ajv compiled, fuzzed calls"), Text($"{fuzzedRatio:0.00} ×"), fuzzedRatio >= Aim, IsAim: true),
            ]);
    }

    private static Dictionary<string, Rates> Measure(IReadOnlyList<JudgedTool> tools, (int Schema, byte[] Text)[] values, AjvJudge ajv, CancellationToken cancellationToken)
    {
        var kept = 0;
        var rates = new Dictionary<string, Rates>();
        void Row(string name, Action round)
        {
            cancellationToken.ThrowIfCancellationRequested();
            GC.Collect();
            rates[name] = Rates.Measure(values.Length, round);
            Console.Error.WriteLine($"{name}: {rates[name]}");
        }

        var judged = values.Select(value => (Tool: tools[value.Schema], value.Text)).ToArray();
        var documents = judged.Select(value => (value.Tool, Value: JudgedTool.Parse(value.Text))).Where(one => one.Value is not null).ToArray();
        var peers = tools.Select(tool => JsonSchema.FromJsonAsync(tool.Published).GetAwaiter().GetResult()).ToArray();
        var asked = ajv.Ask(tools.Select(tool => tool.Published), values, Rates.WarmUp, Rates.Rounds);
        var texts = values.Select(value => (Schema: peers[value.Schema], Text: Encoding.UTF8.GetString(value.Text))).ToArray();
        Row(Printed, () => { foreach (var (tool, text) in judged) if (tool.Errors(text).Count == 0) kept++; });
        Row(Interpreter, () => { foreach (var (tool, text) in judged) if (tool.Interprets(text)) kept++; });
        Row("interpreter, parsed before", () => { foreach (var (tool, value) in documents) if (tool.Interprets(value!)) kept++; });
        Row(NJsonFromText, () => { foreach (var (schema, text) in texts) if (Validates(schema, text)) kept++; });
        rates[AjvFromText] = new(asked.FromTexts, values.Length);
        rates[AjvFromValues] = new(asked.FromValues, values.Length);
        return rates;
    }

    private static bool Validates(JsonSchema schema, string text)
    {
        try
        {
            return schema.Validate(text).Count == 0;
        }
        catch (Exception e) when (e is Newtonsoft.Json.JsonException or InvalidCastException or OverflowException)
        {
            // What it says of integers beyond 64 bits.
            return false;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

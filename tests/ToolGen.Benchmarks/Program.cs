using System;
using System.Linq;
using System.Threading;
using ToolGen.Benchmarks;
using ToolGen.Benchmarks.AllowList;
using ToolGen.Benchmarks.Calls;
using ToolGen.Benchmarks.Effects;
using ToolGen.Benchmarks.Escape;
using ToolGen.Benchmarks.Forging;
using ToolGen.Benchmarks.Hosting;
using ToolGen.Benchmarks.Registry;
using ToolGen.Benchmarks.Retrieval;
using ToolGen.Benchmarks.Rules;
using ToolGen.Benchmarks.Route;
using ToolGen.Benchmarks.Security;
using ToolGen.Benchmarks.Serving;
using ToolGen.Benchmarks.Tokens;
using ToolGen.Benchmarks.Validation;
using ToolGen.Benchmarks.Worth;

// A measurement of fresh processes starts this program again.
if (args is [FreshProcess.Word, ..]) return FreshProcess.Answer(args[1..]);
if (args is [CrashWriter.Word, ..]) return CrashWriter.Answer(args[1..]);
if (args is [SearchScale.Word, ..]) return SearchScale.Answer(args[1..]);

// Every figure that the project states is one command: NAME prints its table and ends on the line "NAME: figures".
IMeasurement[] measurements =
[
    new GeneratorMeasurement(),
    new EffectsMeasurement(),
    new SchemaSuiteMeasurement(),
    new SecondJudgeMeasurement(),
    new ValidationMeasurement(),
    new CallsMeasurement(),
    new HostMeasurement(),
    new TokensMeasurement(),
    new OpenApiMeasurement(),
    new JulietMeasurement(),
    new AnalyzersMeasurement(args.Length > 1 ? args[1..] : []),
    new AllowListMeasurement(),
    new MutationMeasurement(),
    new EscapeMeasurement(),
    new ForgeMeasurement(),
    new RouteMeasurement(),
    new CrashMeasurement(args is ["crash", ..] ? args[1..] : []),
    new AuditMeasurement(),
    new ServeMeasurement(args.Length > 1 ? args[1..] : []),
    new McpMeasurement(),
    new RetrievalMeasurement(),
    new ScaleMeasurement(args.Length > 1 ? args[1..] : []),
];

if (args.Length == 0)
{
    Console.WriteLine("dotnet run -c Release --project tests/ToolGen.Benchmarks -- NAME");
    foreach (var each in measurements) Console.WriteLine($"  {each.Name} {each.Title}");
    return 0;
}

if (measurements.FirstOrDefault(m => m.Name == args[0]) is not { } measurement)
{
    Console.Error.WriteLine($"'{args[0]}' is no measurement; there are: {string.Join(", ", measurements.Select(m => m.Name))}");
    return 2;
}

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancel.Cancel();
};
try
{
    var verdict = measurement.Run(Console.Out, cancel.Token);
    foreach (var claim in verdict.Claims) Console.WriteLine(claim);
    Console.WriteLine($"{measurement.Name}: {verdict.Figures}");
    return verdict.IsInconclusive ? 3 : verdict.Claims.All(claim => claim.Holds || claim.IsAim) ? 0 : 1;
}
catch (OperationCanceledException)
{
    return 130;
}

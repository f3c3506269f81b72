using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.OpenApi;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Benchmarks;

/// <summary>
/// How many operations of real documents become tools that compile. The documents are those of the folder that <c>TOOLGEN_OPENAPI_DOCUMENTS</c>
/// names (each file there, and <c>NAME/…/openapi.yaml</c>-like roots that a file <c>roots.txt</c> lists), beside those of ../shared.
/// </summary>
internal sealed class OpenApiMeasurement : IMeasurement
{
    /// <summary>Tools that are compiled together.</summary>
    private const int Batch = 40;

    /// <summary>Tools of a document that are compiled, evenly spread: <c>TOOLGEN_OPENAPI_SAMPLE</c>, else 40; the C# of all is generated.</summary>
    private static readonly int Sample = int.TryParse(Environment.GetEnvironmentVariable("TOOLGEN_OPENAPI_SAMPLE"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 40;

    private const string Variable = "TOOLGEN_OPENAPI_DOCUMENTS";

    public string Name => "openapi";

    public string Title => "share of the operations of OpenAPI documents that become tools that compile, and what import costs";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var documents = Documents();
        if (documents.Count == 0) return Verdict.Inconclusive($"no documents: {Variable} names no folder, and there is no ../shared");
        var table = new Table("document", "operations", "tools", "good", "findings", "import ms", "ms per 100");
        int operations = 0, compiled = 0, refused = 0;
        double slowest = 0, milliseconds = 0;
        new OpenApiImporter().Import(documents[0], cancellationToken);
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            var result = new OpenApiImporter().Import(document, cancellationToken);

            // Documents of services that people run themselves name no host.
            if (result.Tools.Count == 0 && result.IsDocument) result = new OpenApiImporter { Server = new("https://service.example") }.Import(document, cancellationToken);
            var elapsed = watch.Elapsed.TotalMilliseconds;
            var count = result.Tools.Count + result.Refused.Count;
            Console.Error.WriteLine(Text($"{Path.GetFileName(document)}: {result.Tools.Count} tools, {elapsed:0} ms, {result.Tools.Sum(tool => tool.Text.Length) / 1_000} kB"));
            var good = Good(result.Tools, Path.GetFileName(document), output, cancellationToken);
            foreach (var finding in result.Findings.Where(finding => finding.Severity == FindingSeverity.Error)) output.WriteLine($"refused: {finding}");
            foreach (var finding in result.Findings.Where(finding => finding.Id == FindingCatalog.ChecksLeft.Id)) output.WriteLine($"types alone: {finding}");
            operations += count;
            compiled += good;
            refused += result.Refused.Count;
            milliseconds += elapsed;
            var perHundred = count == 0 ? 0 : elapsed * 100 / count;
            if (count >= 50) slowest = Math.Max(slowest, perHundred);
            table.Add(Path.GetFileName(document), Text($"{count}"), Text($"{result.Tools.Count}"), Text($"{good}"), Text($"{result.Findings.Count}"), Text($"{elapsed:0}"), Text($"{perHundred:0}"));
            Console.Error.WriteLine(Text($"  {good} of {count} compile, {watch.Elapsed.TotalSeconds:0} s in all"));
            output.Flush();
        }

        table.Print(output);
        var share = (double)compiled / Math.Max(1, operations);
        return new(
            Text($"{compiled} of {operations} operations ({share:P1}) of {documents.Count} documents compile, {refused} are findings; {milliseconds * 100 / Math.Max(1, operations):0} ms per 100"),
            [
                new("every operation is a tool that compiles, or a finding", Text($"{operations - compiled - refused} are neither"), operations == compiled + refused),
                new("at least 98 % of operations become tools that compile", Text($"{share:P1}"), share >= 0.98, IsAim: true),
                new("import takes at most 1 s per 100 operations (documents of 50 and more)", Text($"{slowest:0} ms"), slowest <= 1_000, IsAim: true),
            ]);
    }

    // A tool that was not drawn counts as compiling where its C# could be made.
    private static int Good(IReadOnlyList<ImportedTool> tools, string document, TextWriter output, CancellationToken cancellationToken)
    {
        var isAll = Environment.GetEnvironmentVariable("TOOLGEN_OPENAPI_ALL") == "1";
        var step = isAll ? 1 : Math.Max(1, (tools.Count + Sample - 1) / Sample);
        var good = 0;
        var drawn = new List<ToolUnit>();
        for (var i = 0; i < tools.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Unit(tools[i], i, document, output, cancellationToken) is not { } unit) continue;
            if (i % step == 0) drawn.Add(unit);
            else good++;
        }

        foreach (var units in drawn.Chunk(Batch))
        {
            var compiled = ToolCompiler.Compile(units, cancellationToken);
            foreach (var tool in compiled.Tools.Where(tool => !tool.IsCompiled)) output.WriteLine($"not compiled: {document} {tool.Unit.Name}: {tool.Findings.FirstOrDefault()}");
            good += compiled.Tools.Count(tool => tool.IsCompiled);
        }

        return good;
    }

    private static ToolUnit? Unit(ImportedTool tool, int index, string document, TextWriter output, CancellationToken cancellationToken)
    {
        var spec = SpecReader.Read(new SourceText(tool.Name + ".tool.json", tool.Text)).Spec!;
        var generated = ToolSource.Generate(spec, new GenerationOptions(), cancellationToken);
        if (!generated.IsFallback && generated.Findings.All(finding => finding.Severity != FindingSeverity.Error))
            return new(tool.Name, "T" + index.ToString(CultureInfo.InvariantCulture), generated.ClassName, "#nullable enable\n" + generated.Source, spec.Source, spec.Root);
        output.WriteLine($"not generated: {document} {tool.Name}: {generated.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)}");
        return null;
    }

    private static List<string> Documents()
    {
        var documents = new List<string>();
        var shared = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data", "restgpt", "specs");
        if (Directory.Exists(shared)) documents.AddRange(Directory.GetFiles(shared, "*.json"));
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder || !Directory.Exists(folder)) return documents;
        documents.AddRange(Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml"));
        var roots = Path.Combine(folder, "roots.txt");
        if (File.Exists(roots)) documents.AddRange(File.ReadAllLines(roots).Where(line => line.Length > 0).Select(line => Path.Combine(folder, line)));
        return [.. documents.Order(StringComparer.Ordinal)];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

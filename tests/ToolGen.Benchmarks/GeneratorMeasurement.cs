using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator;

namespace ToolGen.Benchmarks;

/// <summary>What generation costs, cold and after one edit, beside a generator that does nothing and beside the compile.</summary>
internal sealed class GeneratorMeasurement : IMeasurement
{
    public string Name => "generator";

    public string Title => "cost of generation from 1 to 10,000 specs, cold and after one edit, beside the compile";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine($"{SpecCorpus.Kinds} real specs in turn; milliseconds: median (min–max); {Environment.ProcessorCount} cores");
        One(100, 3, cancellationToken);
        var table = new Table("specs", "n", "no-op", "cold", "cold - no-op", "compile", "share", "no-op edit", "edit", "rebuilt files");
        var claims = new List<Claim>();
        string figures = "";
        foreach (var (count, repeats) in new[] { (1, 7), (10, 7), (100, 5), (256, 5), (1_000, 5), (10_000, 2) })
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = One(count, repeats, cancellationToken);
            Console.Error.WriteLine(Text($"{count:N0} specs: cold {row.Cold}, compile {row.Compile}, edit {row.Edit}"));
            var own = row.Cold.Median - row.NoOpCold.Median;
            var share = own / row.Compile.Median;
            table.Add(
                count.ToString("N0", CultureInfo.InvariantCulture), repeats.ToString(CultureInfo.InvariantCulture), row.NoOpCold.ToString(), row.Cold.ToString(),
                Text($"{own:0.0}"), row.Compile.ToString(), Text($"{share:P0}"), row.NoOpEdit.ToString(), row.Edit.ToString(), row.Rebuilt);
            if (count == 1_000)
            {
                claims.Add(new("generation at 1,000 specs is at most 25 % of the compile", Text($"{share:P1}"), share <= 0.25));
                claims.Add(new("one edit at 1,000 specs takes at most 20 ms", Text($"{row.Edit.Median:0.0} ms"), row.Edit.Median <= 20));
                figures = Text($"share {share:P1} at 1,000; edit {row.Edit.Median:0.0} ms at 1,000");
            }

            if (count == 10_000)
            {
                claims.Add(new("one edit at 10,000 specs takes at most 50 ms", Text($"{row.Edit.Median:0.0} ms"), row.Edit.Median <= 50));
                figures += Text($", {row.Edit.Median:0.0} ms at 10,000");
            }

            if (count is 256 or 1_000 or 10_000)
                claims.Add(new(Text($"one edit at {count:N0} rebuilds one file"), row.Rebuilt, row.Rebuilt.StartsWith("1 of ", StringComparison.Ordinal)));
        }

        table.Print(output);
        return new(figures, claims);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Row One(int count, int repeats, CancellationToken cancellationToken)
    {
        var row = new Row();
        var texts = SpecCorpus.Make(count);
        var empty = AgentBuild.Empty(cancellationToken);
        for (var round = 0; round < repeats; round++)
        {
            GC.Collect();
            row.NoOpCold.Time(() => AgentBuild.Driver(new NoOpGenerator(), texts).RunGenerators(empty, cancellationToken));
            var driver = AgentBuild.Driver(new ToolGenerator(), texts);
            Compilation generated = empty;
            driver = row.Cold.Time(() => driver.RunGeneratorsAndUpdateCompilation(empty, out generated, out _, cancellationToken));
            if (round < (count >= 10_000 ? 1 : 3)) row.Compile.Time(() => AgentBuild.Emit(generated, new MemoryStream(), cancellationToken));
        }

        var noOp = AgentBuild.Driver(new NoOpGenerator(), texts).RunGenerators(empty, cancellationToken);
        var warm = AgentBuild.Driver(new ToolGenerator(), texts).RunGenerators(empty, cancellationToken);
        for (var round = 0; round < repeats + 3; round++)
        {
            var index = round * 37 % count;
            var edited = SpecCorpus.Edited(index);
            var result = row.Edit.Time(() => warm.ReplaceAdditionalText(texts[index], edited).RunGenerators(empty, cancellationToken));
            row.NoOpEdit.Time(() => noOp.ReplaceAdditionalText(texts[index], edited).RunGenerators(empty, cancellationToken));
            row.Rebuilt = Rebuilt(warm, result);
        }

        return row;
    }

    /// <summary>How many generated files say something else than before the edit.</summary>
    private static string Rebuilt(GeneratorDriver before, GeneratorDriver after)
    {
        var known = before.GetRunResult().Results[0].GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText);
        var rebuilt = after.GetRunResult().Results[0].GeneratedSources.Count(source => !known[source.HintName].ContentEquals(source.SourceText));
        return Text($"{rebuilt} of {known.Count}");
    }

    private sealed class Row
    {
        public Series NoOpCold { get; } = new();

        public Series Cold { get; } = new();

        public Series Compile { get; } = new();

        public Series NoOpEdit { get; } = new();

        public Series Edit { get; } = new();

        public string Rebuilt { get; set; } = "";
    }

    /// <summary>Reads every additional text and emits nothing of it: the price of being a generator at all.</summary>
    private sealed class NoOpGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var lengths = context.AdditionalTextsProvider.Select((text, cancellation) => text.GetText(cancellation)?.Length ?? 0).Collect();
            context.RegisterSourceOutput(lengths, (output, all) => output.AddSource("Lengths.g.cs", "// " + all.Length));
        }
    }
}

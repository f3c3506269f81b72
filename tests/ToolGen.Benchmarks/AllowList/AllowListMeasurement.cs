using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Forge.Inspection;
using ToolGen.TestSupport.AllowList;

namespace ToolGen.Benchmarks.AllowList;

/// <summary>The gate over compiled assemblies, alone: how many escapes it refuses, and how many tools that do no harm.</summary>
internal sealed class AllowListMeasurement : IMeasurement
{
    private const int Escapes = 120;
    private const int Tools = 300;
    private const int HandWritten = 60;

    private static readonly Dictionary<string, IReadOnlyCollection<string>> NoCapabilities = new(StringComparer.Ordinal) { ["Escape"] = [] };

    public string Name => "allow-list";

    public string Title => "escapes that the gate over the compiled assembly refuses by itself, and benign tools that it does not";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("set", "images", "refused", "by", "ms each");
        var escapes = new Tally();
        foreach (var set in MemberSnippet.Read("escapes").GroupBy(snippet => snippet.Set))
            escapes += Row(table, "escapes: " + set.Key, set.Select(snippet => (snippet.Name, snippet.Compile())), output, isEscape: true, cancellationToken);
        escapes += Row(table, "escapes: by hand", HandMadeEscapes.All(), output, isEscape: true, cancellationToken);
        var control = Row(table, "control: the same, plain", [("plain", HandMadeEscapes.Plain())], output, isEscape: false, cancellationToken);

        var written = new Tally();
        foreach (var set in MemberSnippet.Read("benign").GroupBy(snippet => snippet.Set))
            written += Row(table, "benign: " + set.Key, set.Select(snippet => (snippet.Name, snippet.Compile())), output, isEscape: false, cancellationToken);
        var tools = new Tally();
        foreach (var (set, specs) in BenignTools.Sets())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            var made = BenignTools.Make(specs, output, cancellationToken);
            tools += made;
            table.Add("tools: " + set, Text($"{made.Images}"), Text($"{made.Refused}"), "", Text($"{watch.Elapsed.TotalMilliseconds / Math.Max(1, made.Images):0.0} (forge)"));
        }

        table.Print(output);
        var benign = written + tools;
        return new(
            Text($"{escapes.Refused} of {escapes.Images} escapes refused, {benign.Refused} of {benign.Images} benign tools refused, {written.Images} of them written by hand"),
            [
                new(Text($"every escape is refused by the gate alone, of at least {Escapes}"), Text($"{escapes.Refused} of {escapes.Images}"), escapes.Refused == escapes.Images && escapes.Images >= Escapes),
                new(Text($"no benign tool is refused, of at least {Tools}"), Text($"{benign.Refused} of {benign.Images}"), benign.Refused == 0 && benign.Images >= Tools && control.Refused == 0),
                new(Text($"at least {HandWritten} of them are written by hand"), Text($"{written.Images}"), written.Images >= HandWritten),
            ]);
    }

    private static Tally Row(Table table, string name, IEnumerable<(string Name, ImmutableArray<byte> Image)> images, TextWriter output, bool isEscape, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var ids = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var time = TimeSpan.Zero;
        foreach (var (one, image) in images)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            var refusals = AssemblyGate.Inspect(image, NoCapabilities);
            time += watch.Elapsed;
            tally += new Tally(1, refusals.Count > 0 ? 1 : 0);
            if (refusals.Count > 0) ids[refusals[0].Descriptor.Id] = ids.GetValueOrDefault(refusals[0].Descriptor.Id) + 1;
            if (isEscape && refusals.Count == 0) output.WriteLine($"ESCAPED: {name}/{one}");
            if (!isEscape) foreach (var refusal in refusals) output.WriteLine($"refused: {name}/{one}: {refusal.Descriptor.Id} {string.Join(" | ", refusal.Arguments)}");
        }

        table.Add(name, Text($"{tally.Images}"), Text($"{tally.Refused}"), string.Join(" ", ids.Select(id => Text($"{id.Key}×{id.Value}"))), Text($"{time.TotalMilliseconds / Math.Max(1, tally.Images):0.0}"));
        return tally;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Images">What was given to the gate.</param>
/// <param name="Refused">How many of them it refused.</param>
internal readonly record struct Tally(int Images, int Refused)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Images + b.Images, a.Refused + b.Refused);
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Benchmarks.Rules;

/// <summary>What the rules cost in a process that has run them before, as an editor and the forge have.</summary>
internal static class WarmFigures
{
    private const int Warmups = 30;
    private const int Rounds = 40;

    public static string Run(TextWriter output, List<Claim> claims, CancellationToken cancellationToken)
    {
        var rules = typeof(TaintAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();
        var with = new Series();
        var without = new Series();
        var found = 0;
        for (var round = 0; round < Warmups + Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A new compilation each time: what was bound before helps nobody.
            var bare = Compilation(round, cancellationToken);
            var watched = Compilation(round, cancellationToken);
            if (round < Warmups)
            {
                Judge(watched);
                bare.GetDiagnostics(cancellationToken);
                continue;
            }

            without.Time(() => bare.GetDiagnostics(cancellationToken));
            found = with.Time(() => Judge(watched));
        }

        var lines = ToolCorpus.Middle.Count(character => character == '\n');
        output.WriteLine();
        var table = new Table(Text($"one tool of {lines} lines, warm, in this process"), "n", "ms");
        table.Add("the compiler's own findings", Text($"{Rounds}"), without.ToString());
        table.Add(Text($"those of the rules, {found}"), Text($"{Rounds}"), with.ToString());
        table.Print(output);
        claims.Add(new("at most 30 ms on a tool of 200 lines, warm", Text($"{with.Median:0.0} ms"), with.Median <= 30, IsAim: true));
        return Text($"{with.Median:0.0} ms warm");

        int Judge(CSharpCompilation compilation) => compilation.WithAnalyzers(rules).GetAnalyzerDiagnosticsAsync(cancellationToken).GetAwaiter().GetResult().Length;
    }

    private static CSharpCompilation Compilation(int round, CancellationToken cancellationToken) => CSharpCompilation.Create(
        "Warm" + round.ToString(CultureInfo.InvariantCulture),
        new[] { ToolCorpus.Attribute.Text, ToolCorpus.Middle, "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading.Tasks;" }
            .Select((text, index) => CSharpSyntaxTree.ParseText(text, path: $"F{index}.cs", cancellationToken: cancellationToken)),
        Net100.References.All, new(OutputKind.DynamicallyLinkedLibrary));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

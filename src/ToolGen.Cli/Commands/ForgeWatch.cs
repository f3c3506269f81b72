using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen forge --watch</c>: a round for what changed, with what calls it and what it calls.</summary>
internal static class ForgeWatch
{
    /// <exception cref="OperationCanceledException">The one way in which it ends.</exception>
    public static async Task RunAsync(IReadOnlyList<string> paths, SpecSet first, ForgeRound round, OpeningSandbox sandbox, Terminal terminal, CancellationToken cancellationToken)
    {
        using var watcher = new SpecWatcher(paths);
        var before = first;
        terminal.Note("watching; Ctrl-C ends it");
        for (var number = 2; ;)
        {
            // What changed while the round ran is seen by the look, not only by the watcher.
            var now = SpecSet.Find(paths, cancellationToken);
            var changed = Changed(before, now);
            var gone = before.Inputs.Count(old => now.Inputs.All(input => Full(input) != Full(old)));
            before = now;
            if (changed.Count > 0) await round.AgainAsync(now with { Inputs = changed }, sandbox, number++, cancellationToken);
            else if (gone > 0) terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {number++}: {gone} specs are gone, {now.Inputs.Count} are left"));
            else await watcher.NextAsync(cancellationToken);
        }
    }

    /// <summary>Specs that are new or hold something else, those that call them, and those that they call.</summary>
    private static IReadOnlyList<SpecInput> Changed(SpecSet before, SpecSet now)
    {
        var old = before.Inputs.ToDictionary(Full);
        var changed = now.Inputs.Where(input => !old.TryGetValue(Full(input), out var one) || !IsSame(one, input)).ToHashSet();
        if (changed.Count == 0) return [];
        var calls = now.Inputs.ToDictionary(input => input, Calls);
        for (var more = true; more;)
        {
            var names = changed.Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            more = now.Inputs.Count(input => calls[input].Any(names.Contains) && changed.Add(input)) > 0;
        }

        for (var more = true; more;)
        {
            var called = changed.SelectMany(input => calls[input]).ToHashSet(StringComparer.OrdinalIgnoreCase);
            more = now.Inputs.Count(input => called.Contains(Name(input)) && changed.Add(input)) > 0;
        }

        return [.. now.Inputs.Where(changed.Contains)];
    }

    private static bool IsSame(SpecInput left, SpecInput right) =>
        left.Utf8.Span.SequenceEqual(right.Utf8.Span) && left.Tests.Span.SequenceEqual(right.Tests.Span) && left.TestsPath == right.TestsPath && left.Companion?.Text == right.Companion?.Text;

    /// <summary>The tools that a spec names.</summary>
    private static string[] Calls(SpecInput input) => SpecReader.Read(input.Path, input.Utf8.Span).Spec is { } spec ? [.. CalledTools.Of(spec).Select(CalledTools.NameOf)] : [];

    private static string Name(SpecInput input) => SpecReader.Read(input.Path, input.Utf8.Span).Name ?? Path.GetFileName(input.Path);

    private static string Full(SpecInput input) => input.FullPath ?? input.Path;
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge.Fixes;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen fix PATH…</c></summary>
internal static class FixCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Change nothing; print the changes as a diff." };
    private static readonly Option<bool> Json = GlobalOptions.Json();
    private static readonly Option<bool> Quality = new("--quality") { Description = "Also write bounds and choices that a description states into its schema: TG1062." };

    public static Command Create()
    {
        var command = new DocumentedCommand("fix", "Apply every mechanical remedy: aliases, near misses, samples that belong into NAME.tests.json.",
            "toolgen fix tools", "toolgen fix tools/check_iban.tool.json --dry-run", "toolgen fix tools --quality --dry-run")
        {
            Paths, DryRun, Json, Quality,
        };
        command.SetAction((parsed, cancellationToken) => System.Threading.Tasks.Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var mended = new List<Mended>();
        using (var batch = new FileBatch())
        {
            foreach (var input in set.Inputs)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var file = Mend(input, parsed.GetValue(Quality));
                mended.Add(file);
                if (parsed.GetValue(DryRun) || !file.Result.HasChanges) continue;

                // The samples first: should the second rename fail, they stand twice rather than nowhere.
                if (file.Result.HeldOut is { } samples && samples.Text != file.HeldOut?.Text) batch.Add(samples.Path, samples.Text);
                if (file.Result.Spec.Text != file.Spec.Text) batch.Add(input.FullPath ?? input.Path, file.Result.Spec.Text);
            }

            batch.Commit(cancellationToken);
        }

        if (parsed.GetValue(Json)) PrintJson(terminal, mended, set.Findings);
        else Print(terminal, mended, set.Findings, parsed.GetValue(DryRun));
        return mended.SelectMany(file => file.Result.Remaining).Concat(set.Findings).Any(finding => finding.Severity == FindingSeverity.Error)
            ? ExitCode.Failed
            : ExitCode.Ok;
    }

    private sealed record Mended(SourceText Spec, SourceText? HeldOut, FixResult Result);

    private static Mended Mend(SpecInput input, bool quality)
    {
        var heldOut = input.TestsPath is null ? null : SpecFiles.Text(input.TestsPath, input.Tests.Span);
        if (SpecFiles.Text(input.Path, input.Utf8.Span) is { } text && (heldOut is not null || input.TestsPath is null))
            return new(text, heldOut, ToolFixer.Fix(text, heldOut, input.Companion, quality));

        // No UTF-8: the reader says where; nothing is mended.
        var read = JsonReader.Read(input.Path, input.Utf8.Span);
        return new(read.Source, null, new FixResult(read.Source, null, [], read.Findings));
    }

    private static void Print(Terminal terminal, List<Mended> files, IEnumerable<Finding> searching, bool dryRun)
    {
        foreach (var file in files)
        {
            foreach (var fix in file.Result.Applied)
                terminal.Out.WriteLine(Printable.Of($"{fix.Finding.Place}: {(dryRun ? "would fix" : "fixed")} {fix.Finding.Id}: {fix.Title}"));
            if (!dryRun) continue;
            Diff(terminal, file.Spec, file.Result.Spec);
            if (file.Result.HeldOut is { } samples) Diff(terminal, file.HeldOut ?? new SourceText(samples.Path, ""), samples);
        }

        FindingText.Write(terminal.Out, searching.Concat(files.SelectMany(file => file.Result.Remaining)), terminal.ColorOut);
        var fixes = files.Sum(file => file.Result.Applied.Count);
        var left = files.Sum(file => file.Result.Remaining.Count);
        terminal.Note($"{fixes} {(dryRun ? "to be fixed" : "fixed")} in {files.Count(file => file.Result.HasChanges)} of {files.Count} specs, {left} left for you");
    }

    private static void Diff(Terminal terminal, SourceText old, SourceText @new) =>
        terminal.Out.Write(Printable.Lines(UnifiedDiff.Of(@new.Path, old.Text, @new.Text)));

    private static void PrintJson(Terminal terminal, List<Mended> files, IReadOnlyList<Finding> searching) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("specs");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Spec.Path);
            json.WriteBoolean("changed", file.Result.HasChanges);
            json.WriteStartArray("applied");
            foreach (var fix in file.Result.Applied)
            {
                json.WriteStartObject();
                json.WriteString("id", fix.Finding.Id);
                json.WriteNumber("line", fix.Finding.Place.Start.Line + 1);
                json.WriteNumber("column", fix.Finding.Place.Start.Column + 1);
                json.WriteString("title", fix.Title);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.Findings("findings", file.Result.Remaining);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Findings("findings", searching);
        json.WriteEndObject();
    });
}

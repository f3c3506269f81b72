using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen fmt PATH…</c></summary>
internal static class FmtCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<bool> Check = new("--check") { Description = "Change nothing; exit 1 where a file is laid out otherwise." };

    public static Command Create()
    {
        var command = new DocumentedCommand("fmt", "Lay specs and their held-out samples out: one layout, the same meaning and hash.",
            "toolgen fmt tools", "toolgen fmt tools --check")
        {
            Paths, Check,
        };
        command.SetAction((parsed, cancellationToken) => System.Threading.Tasks.Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var isCheck = parsed.GetValue(Check);
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var findings = set.Findings.ToList();
        var changed = new List<string>();
        var files = set.Inputs.Select(input => (input.Path, input.Utf8))
            .Concat(set.Inputs.Where(input => input.TestsPath is not null).Select(input => (Path: input.TestsPath!, Utf8: input.Tests))).ToArray();
        using (var batch = new FileBatch())
        {
            foreach (var (path, utf8) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (SpecFiles.Text(path, utf8.Span) is not { } text)
                {
                    findings.AddRange(JsonReader.Read(path, utf8.Span).Findings);
                    continue;
                }

                var laidOut = SpecFormatter.Format(text);
                findings.AddRange(laidOut.Findings);
                if (laidOut.Findings.Count > 0 || laidOut.Text.Text == text.Text) continue;
                changed.Add(path);
                if (!isCheck) batch.Add(path, laidOut.Text.Text);
            }

            batch.Commit(cancellationToken);
        }

        foreach (var path in changed) terminal.Out.WriteLine($"{Printable.Of(path)}: {(isCheck ? "is laid out otherwise; run `toolgen fmt`" : "laid out")}");
        FindingText.Write(terminal.Out, findings, terminal.ColorOut);
        terminal.Note($"{changed.Count} of {files.Length} files {(isCheck ? "to lay out" : "laid out")}");
        return findings.Any(finding => finding.Severity == FindingSeverity.Error) || (isCheck && changed.Count > 0) ? ExitCode.Failed : ExitCode.Ok;
    }
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen explain TG0000|FILE:LINE|WORDS</c></summary>
internal static class ExplainCommand
{
    /// <summary>More that fit the words are named, not shown.</summary>
    private const int Shown = 3;

    private static readonly Argument<string[]> What = new("what") { HelpName = "WHAT", Arity = ArgumentArity.OneOrMore, Description = "An id (TG5050), a line of a spec (tools/a.tool.json:8), or words of a title (sample fails)." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("explain", "Print the page of a finding: what it is, why it matters, what to write instead.",
            "toolgen explain TG5050", "toolgen explain tools/check_iban.tool.json:8", "toolgen explain sample fails", "toolgen explain TG5050 --json")
        {
            What, Json, KindsOption.Option,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var words = string.Join(' ', parsed.GetRequiredValue(What));
        var found = Line(words) is var (path, line) && File.Exists(path)
            ? AtLine(parsed, terminal, path, line, cancellationToken)
            : [.. Named(words).Select(descriptor => new Explained(descriptor, null))];
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => FindingPages.Write(json, found));
        else terminal.Out.Write(Printable.Lines(FindingPages.Text(found, Shown)));
        return ExitCode.Ok;
    }

    /// <summary>What stands at a line: the findings of the spec are made anew.</summary>
    private static IReadOnlyList<Explained> AtLine(ParseResult parsed, Terminal terminal, string path, int line, CancellationToken cancellationToken)
    {
        var set = SpecFiles.Require([path], cancellationToken);
        var made = new Forge.Forge { Kinds = KindsOption.Read(parsed, terminal, cancellationToken), Packages = GrantsOption.Here().Packages }.Make(set.Inputs, cancellationToken);
        var findings = set.Findings.Concat(made.Tools.SelectMany(tool => tool.Findings)).Where(finding => finding.Place.Start.Line + 1 <= line && finding.Place.End.Line + 1 >= line).ToArray();
        return findings.Length > 0
            ? [.. findings.Select(finding => new Explained(finding.Descriptor, finding))]
            : throw new UsageException($"nothing is found at line {line} of {path} without running it; `toolgen check` and `toolgen try` print what there is");
    }

    private static (string Path, int Line)? Line(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? (text[..colon], line) : null;

    /// <summary>By id, by the catalog's name for it, by its whole title; else all whose title has every word.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    private static IReadOnlyList<FindingDescriptor> Named(string words)
    {
        var exact = FindingCatalog.All.Where(one => Is(one.Id, words) || Is(one.Title, words)).Concat(Fields(words)).Distinct().ToArray();
        if (exact.Length > 0) return exact;
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var near = FindingCatalog.All.Where(one => parts.All(part => one.Title.Contains(part, StringComparison.OrdinalIgnoreCase))).ToArray();
        return near.Length > 0 ? near : throw new UsageException($"no finding is called {words}, and no title has these words; `toolgen check` prints the id of each finding");
    }

    private static IEnumerable<FindingDescriptor> Fields(string name) =>
        typeof(FindingCatalog).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => Is(field.Name, name)).Select(field => field.GetValue(null)).OfType<FindingDescriptor>();

    private static bool Is(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A finding's page, with the finding where there is one.</summary>
internal sealed record Explained(FindingDescriptor Descriptor, Finding? Finding);

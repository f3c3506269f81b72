using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen capabilities PATH…</c></summary>
internal static class CapabilitiesCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();

    public static Command Create()
    {
        var command = new DocumentedCommand("capabilities", "Print in plain words what each tool may do, and what the tools that it calls may do.",
            "toolgen capabilities tools", "toolgen capabilities tools/weekly_report.tool.json")
        {
            Paths, KindsOption.Option,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var forge = new Forge.Forge { Kinds = KindsOption.Read(parsed, terminal, cancellationToken), Packages = GrantsOption.Here().Packages };
        var made = forge.Make(SpecFiles.WithBeside(set.Inputs, [], cancellationToken), cancellationToken);
        var asked = made.Tools.Take(set.Inputs.Count).ToArray();
        foreach (var tool in asked) terminal.Out.Write(Printable.Lines(CapabilityText.Of(tool, made.Tools)));

        var findings = set.Findings.Concat(asked.SelectMany(tool => tool.Findings)).Where(finding => finding.Severity == FindingSeverity.Error).ToArray();
        FindingText.Write(terminal.Error, findings, terminal.ColorError);
        return findings.Length > 0 ? ExitCode.Failed : ExitCode.Ok;
    }
}

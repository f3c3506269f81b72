using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge.Evidence;
using ToolGen.Forge;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen check PATH…</c></summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    private static readonly Option<string> Sarif = new("--sarif")
    {
        Description = "Also write the findings as SARIF 2.1.0 into FILE; - is standard output, in place of the text.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Grants = GrantsOption.Create();

    private static readonly Option<string?> Provider = ProviderOption.Create("Add what the variant for this provider's strict mode says less, or otherwise: TG1040 to TG1042.");

    private static readonly Option<bool> Quality = new("--quality")
    {
        Description = "Add the notes on what makes a model choose or call a tool badly; its warnings are told anyway: TG1050 to TG1062, TG2073 to TG2075.",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand("check", "Print every finding of every spec: Read, Generate, Compile, Inspect.",
            "toolgen check tools", "toolgen check tools/check_iban.tool.json --json", "toolgen check . --sarif findings.sarif", "toolgen check tools --provider openai", "toolgen check tools --quality")
        {
            Paths, Json, Sarif, Grants, Provider, Quality, KindsOption.Option,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Json) && result.GetValue(Sarif) == "-") result.AddError("--json and --sarif - both write to standard output: choose one.");
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        var host = GrantsOption.Of(parsed, Grants);
        ForgedSet made;
        using (var progress = new ForgeProgress(terminal, set.Inputs.Count))
            made = new Forge.Forge(progress) { Kinds = kinds, Packages = host.Packages }.Make(set.Inputs, cancellationToken);

        made = GrantFindings.Add(made, host, terminal);
        if (ProviderOption.Of(parsed, Provider) is { } provider) made = ProviderOption.Add(made, provider);
        made = QualityFindings.Add(made, parsed.GetValue(Quality) ? FindingSeverity.Info : FindingSeverity.Warning);
        var findings = set.Findings.Concat(made.Tools.SelectMany(tool => tool.Findings)).ToArray();
        var sarif = parsed.GetValue(Sarif);
        if (sarif == "-") JsonOutput.Write(terminal.Out, json => SarifLog.Write(json, findings, ToolgenVersion.Current));
        else if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => ToolJson.Set(json, made.Tools, set.Findings));
        else FindingText.Write(terminal.Out, findings, terminal.ColorOut);
        if (sarif is not null and not "-") WriteSarif(sarif, findings, cancellationToken);

        var errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        var notes = findings.Count(finding => finding.Severity == FindingSeverity.Info);
        terminal.Note($"{made.Tools.Count} specs, {errors} errors, {findings.Length - errors - notes} warnings{(notes > 0 ? $", {notes} notes" : "")}");
        return errors > 0 ? ExitCode.Failed : ExitCode.Ok;
    }

    private static void WriteSarif(string path, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        using var text = new StringWriter();
        JsonOutput.Write(text, json => SarifLog.Write(json, findings, ToolgenVersion.Current));
        using var batch = new FileBatch();
        batch.Add(path, text.ToString());
        batch.Commit(cancellationToken);
    }
}

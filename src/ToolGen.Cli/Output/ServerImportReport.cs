using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Cli.Files;
using ToolGen.Mcp.Client;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>What an import of a server did, or would do.</summary>
/// <param name="server">What the user calls it.</param>
/// <param name="specs">Those that were chosen.</param>
/// <param name="refused">What else was chosen.</param>
/// <param name="all">How many tools the server has.</param>
/// <param name="files">What becomes of the files.</param>
/// <param name="words">The same in words.</param>
/// <param name="folder">Where they are.</param>
internal sealed class ServerImportReport(string server, IReadOnlyList<McpSpec> specs, IReadOnlyList<McpRefusal> refused, int all, IReadOnlyList<ImportedFile> files, ImportedFilesText words, string folder)
{
    /// <summary>What was mended and what was refused.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [.. specs.SelectMany(spec => spec.Findings), .. refused.Select(one => Refused(server, one))];

    /// <summary>For people.</summary>
    public void Write(Terminal terminal)
    {
        words.Write(terminal);
        FindingText.Write(terminal.Out, this.Findings.Where(finding => finding.Severity != FindingSeverity.Info), terminal.ColorOut);
        var infos = this.Findings.Count(finding => finding.Severity == FindingSeverity.Info);
        terminal.Note($"{specs.Count} tools of {all}, {refused.Count} are no tools" + (infos > 0 ? $"; {infos} things were mended or shortened (--json lists them)" : ""));
    }

    /// <summary>For programs.</summary>
    public void WriteJson(TextWriter to) => JsonOutput.Write(to, json =>
    {
        var byName = files.ToDictionary(file => file.Name);
        json.WriteStartObject();
        json.WriteString("server", server);
        json.WriteNumber("serverTools", all);
        json.WriteStartArray("tools");
        foreach (var spec in specs)
        {
            json.WriteStartObject();
            json.WriteString("name", spec.Name);
            json.WriteString("tool", spec.Tool);
            json.WriteString("file", Path.Combine(folder, SpecFiles.NameOf(spec.Name)));
            json.WriteString("change", words.Word(byName[SpecFiles.NameOf(spec.Name)].Change));
            json.WriteString("difference", ImportedFilesText.Difference(byName[SpecFiles.NameOf(spec.Name)].Change));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("removed", words.Removed);
        json.WriteTexts("gone", files.Where(file => file.New.Length == 0).Select(file => Path.Combine(folder, file.Name)));
        json.WriteTexts("refused", refused.Select(one => one.Tool));
        json.Findings("findings", this.Findings);
        json.WriteEndObject();
    });

    private static Finding Refused(string server, McpRefusal refusal)
    {
        var sink = new FindingSink(new($"{server}/{refusal.Tool}", ""));
        sink.Add(FindingCatalog.ServerToolRefused, default, refusal.Tool, refusal.Reason.TrimEnd('.'));
        return sink.ToArray()[0];
    }
}

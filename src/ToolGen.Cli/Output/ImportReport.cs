using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Cli.Files;
using ToolGen.OpenApi;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>What an import did, or would do.</summary>
/// <param name="result">What came of the document.</param>
/// <param name="tools">Those that were chosen.</param>
/// <param name="files">What becomes of their files.</param>
/// <param name="words">The same in words.</param>
/// <param name="folder">Where the files are.</param>
internal sealed class ImportReport(ImportResult result, IReadOnlyList<ImportedTool> tools, IReadOnlyList<ImportedFile> files, ImportedFilesText words, string folder)
{
    /// <summary>For people: a line for each file that is not as it was, the changes as a diff, warnings and errors, and what the host must grant.</summary>
    public void Write(Terminal terminal)
    {
        words.Write(terminal);
        FindingText.Write(terminal.Out, result.Findings.Where(finding => finding.Severity != FindingSeverity.Info), terminal.ColorOut);
        if (tools.Count > 0)
        {
            terminal.Note("what the host grants, in toolgen.json:");
            using var grants = new StringWriter();
            JsonOutput.Write(grants, json => ImportGrants.Write(json, tools));
            terminal.Note(grants.ToString().TrimEnd());
        }

        var infos = result.Findings.Count(finding => finding.Severity == FindingSeverity.Info);
        terminal.Note($"{tools.Count} tools of {result.Tools.Count + result.Refused.Count} operations, {result.Refused.Count} are no tools"
            + (infos > 0 ? $"; {infos} things were mended or shortened (--json lists them)" : ""));
    }

    /// <summary>For programs.</summary>
    public void WriteJson(TextWriter to) => JsonOutput.Write(to, json =>
    {
        var byName = files.ToDictionary(file => file.Name);
        json.WriteStartObject();
        json.WriteString("title", result.Title);
        json.WriteNumber("operations", result.Tools.Count + result.Refused.Count);
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("name", tool.Name);
            json.WriteString("operation", $"{tool.Method} {tool.Path}");
            json.WriteString("file", Path.Combine(folder, SpecFiles.NameOf(tool.Name)));
            json.WriteString("change", words.Word(byName[SpecFiles.NameOf(tool.Name)].Change));
            json.WriteBoolean("deprecated", tool.IsDeprecated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("removed", words.Removed);
        json.WriteTexts("refused", result.Refused);
        json.WritePropertyName("grants");
        ImportGrants.Write(json, tools);
        json.Findings("findings", result.Findings);
        json.WriteEndObject();
    });
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Commands.Registry;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.OpenApi;
using ToolGen.OpenApi.Selection;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen import openapi DOC -o DIR</c></summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Document = new("document") { HelpName = "DOC", Description = "The OpenAPI document: a file. Files below its folder are read where it refers to them; nothing is fetched." };
    private static readonly Option<string> Output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "The folder for the specs; made where it is not there." };
    private static readonly Option<string[]> Select = new("--select") { HelpName = "WHAT", Description = "Only some operations: a tag, a path (\"/pets/**\", \"GET /pets/*\"), or what you need in words. May be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<int?> Budget = new("--budget") { HelpName = "N", Description = "At most so many tools. More are refused, or the best of them taken where --select has words." };
    private static readonly Option<string?> Server = new("--server") { HelpName = "URL", Description = "Where requests go, in place of what the document says." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Change nothing; print what would change, as a diff." };
    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite specs that were edited by hand since the last import, and files of others." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var openApi = new DocumentedCommand("openapi", "Make a spec of each operation of an OpenAPI document (3.0, 3.1, Swagger 2.0; JSON or YAML), or a finding that says why not.",
            "toolgen import openapi petstore.yaml -o tools", "toolgen import openapi petstore.yaml -o tools --select pets --budget 10", "toolgen import openapi petstore.yaml -o tools --dry-run")
        {
            Document, Output, Select, Budget, Server, DryRun, Force, Json,
        };
        openApi.Validators.Add(result =>
        {
            if (result.GetValue(Budget) is < 1) result.AddError("--budget is a number from 1.");
            if (result.GetValue(Server) is { } server && !(Uri.TryCreate(server, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0))
                result.AddError($"--server {server} is no address such as https://api.example/v1.");
        });
        openApi.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return new DocumentedCommand("import", "Make specs of what others describe.", "toolgen import openapi petstore.yaml -o tools", "toolgen import mcp notes -o tools -- npx -y notes-server", "toolgen import bundle tools.bundle.json") { openApi, ImportServerCommand.Create(), ImportBundleCommand.Create() };
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var path = parsed.GetRequiredValue(Document);
        if (!File.Exists(path)) throw new UsageException($"no such file: {path}");
        var importer = new OpenApiImporter { Server = parsed.GetValue(Server) is { } server ? new Uri(server) : null };
        var result = importer.Import(path, cancellationToken);
        var selected = new ToolSelection(parsed.GetValue(Select) ?? [], parsed.GetValue(Budget)).Of(result.Tools);
        if (selected.Problem is { } problem) throw new UsageException(problem);
        var folder = ImportFolder.OfDocument(parsed.GetRequiredValue(Output), path);
        var files = result.Tools.Count == 0 ? [] : folder.Plan(selected.Tools.ToDictionary(tool => SpecFiles.NameOf(tool.Name), tool => tool.Text, StringComparer.Ordinal), result.Tools.Select(tool => tool.Name).Concat(result.RefusedNames).Select(SpecFiles.NameOf).ToHashSet(StringComparer.Ordinal));
        var taken = new HashSet<FileChange> { FileChange.Created, FileChange.Changed, FileChange.Removed };
        if (parsed.GetValue(Force)) taken.Add(FileChange.Conflict);
        var isDry = parsed.GetValue(DryRun);
        if (!isDry && files.Count > 0) folder.Write(files, taken, cancellationToken);
        var words = new ImportedFilesText(files, taken, isDry, parsed.GetRequiredValue(Output), "the document");
        var report = new ImportReport(result, selected.Tools, files, words, parsed.GetRequiredValue(Output));
        if (parsed.GetValue(Json)) report.WriteJson(terminal.Out);
        else report.Write(terminal);
        return result.Findings.Any(finding => finding.Severity == FindingSeverity.Error) || words.IsLeft ? ExitCode.Failed : ExitCode.Ok;
    }
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Cli.Servers;
using ToolGen.Mcp.Client;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen import mcp NAME -o DIR -- COMMAND …</c> or <c>--url URL</c></summary>
internal static class ImportServerCommand
{
    private static readonly Argument<string> Name = new("name") { HelpName = "NAME", Description = "What you call the server, in letters, digits, _ and -. What it calls itself counts for nothing." };
    private static readonly Argument<string[]> Command = new("command") { HelpName = "COMMAND", Description = "Behind --: the program that is the server, and its arguments. It is started, asked over its standard input and output, and killed with all that it started.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Url = new("--url") { HelpName = "URL", Description = "The address of a server over HTTP, in place of a command. No redirect is followed." };
    private static readonly Option<string?> Bearer = new("--bearer") { HelpName = "VARIABLE", Description = "The environment variable that holds a token for the address; it is sent as Authorization: Bearer, over https or to this machine alone." };
    private static readonly Option<string> Output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "The folder for the specs; made where it is not there." };
    private static readonly Option<string[]> Select = new("--select") { HelpName = "TOOL", Description = "Only some tools, by name; * stands for any characters. May be repeated.", DefaultValueFactory = _ => [] };
    private static readonly Option<string> Prefix = new("--prefix") { HelpName = "TEXT", Description = "In front of each tool's name, such as notes_.", DefaultValueFactory = _ => "" };
    private static readonly Option<int?> Timeout = new("--timeout") { HelpName = "SECONDS", Description = "Ends the connecting, and the reading of the list; 1 to 600, 30 unless given." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Change nothing; print what would change, as a diff." };
    private static readonly Option<bool> Accept = new("--accept") { Description = "Take over what the server says now of tools that were imported before." };
    private static readonly Option<bool> Force = new("--force") { Description = "The same, and overwrite specs that were edited by hand, and files of others." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var mcp = new DocumentedCommand("mcp", "Make a spec of each tool of a running MCP server, or a finding that says why not.",
            "toolgen import mcp notes -o tools -- npx -y notes-server --read-only", "toolgen import mcp notes -o tools --url https://notes.example/mcp --bearer NOTES_TOKEN", "toolgen import mcp notes -o tools --dry-run -- ./notes-server")
        {
            Name, Command, Url, Bearer, Output, Select, Prefix, Timeout, DryRun, Accept, Force, Json,
        };
        mcp.Validators.Add(Check);
        mcp.SetAction(RunAsync);
        return mcp;
    }

    private static void Check(CommandResult result)
    {
        var url = Address(result.GetValue(Url));
        if (result.GetValue(Name) is { } name && !SpecNames.IsLegal(name)) result.AddError($"\"{name}\" is no name of up to 64 letters, digits, _ and - that begins with a letter.");
        if (result.GetValue(Url) is null == (result.GetValue(Command) is not { Length: > 0 })) result.AddError("Say where the server is: `-- COMMAND ARGS…`, or `--url URL`.");
        if (result.GetValue(Url) is { } text && url is null) result.AddError($"--url {text} is no address such as https://notes.example/mcp.");
        if (result.GetValue(Bearer) is not null && url is not ({ Scheme: "https" } or { IsLoopback: true })) result.AddError("--bearer wants a --url that is https, or on this machine.");
        if (result.GetValue(Timeout) is < 1 or > 600) result.AddError("--timeout is a number of seconds from 1 to 600.");
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && url.Fragment.Length == 0 ? url : null;

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, name, path) = (parsed.Terminal(), parsed.GetRequiredValue(Name), parsed.GetRequiredValue(Output));
        var server = new AskedServer(parsed.GetValue(Command) ?? [], Address(parsed.GetValue(Url)), Token(parsed.GetValue(Bearer)));
        terminal.Note(server.Url is { } url ? $"asking {url}" : "starting " + string.Join(' ', server.Command.Select(Quoted)));
        var options = new McpImportOptions { Prefix = parsed.GetValue(Prefix) ?? "", Timeout = TimeSpan.FromSeconds(parsed.GetValue(Timeout) ?? 30) };
        try
        {
            var imported = await server.AskAsync(name, options, cancellationToken);
            return Take(parsed, terminal, name, path, imported, cancellationToken);
        }
        catch (ServerException e)
        {
            terminal.Complain($"the server {name}: {e.Message}");
            if (e.Errors.Length > 0) terminal.Complain("the last that it wrote to standard error:\n" + e.Errors);
            return ExitCode.Failed;
        }
    }

    private static int Take(ParseResult parsed, Terminal terminal, string name, string path, ImportedTools imported, CancellationToken cancellationToken)
    {
        var specs = imported.ToSpecs(out var refused);
        var prefix = parsed.GetValue(Prefix) ?? "";
        var known = specs.Select(spec => spec.Name).Concat(refused.Select(one => SpecNames.Mend(prefix + one.Tool))).Select(SpecFiles.NameOf).ToHashSet(StringComparer.Ordinal);
        var patterns = (parsed.GetValue(Select) ?? []).Select(Pattern).ToArray();
        bool IsChosen(params string[] names) => patterns.Length == 0 || patterns.Any(pattern => names.Any(pattern.IsMatch));
        var chosen = specs.Where(spec => IsChosen(spec.Name, spec.Tool)).ToArray();
        var outside = refused.Where(one => IsChosen(one.Tool, SpecNames.Mend(prefix + one.Tool))).ToArray();
        if (chosen.Length + outside.Length == 0 && known.Count > 0) throw new UsageException($"no tool fits; there are {string.Join(", ", specs.Select(spec => spec.Name).Concat(refused.Select(one => one.Tool)).Take(20))}");

        var folder = ImportFolder.OfServer(path, name);
        var files = folder.Plan(chosen.ToDictionary(spec => SpecFiles.NameOf(spec.Name), spec => spec.Text, StringComparer.Ordinal), known);
        var taken = new HashSet<FileChange> { FileChange.Created };
        if (parsed.GetValue(Accept) || parsed.GetValue(Force)) taken.UnionWith([FileChange.Changed, FileChange.Removed]);
        if (parsed.GetValue(Force)) taken.Add(FileChange.Conflict);
        var isDry = parsed.GetValue(DryRun);
        if (!isDry && files.Count > 0) folder.Write(files, taken, cancellationToken);

        var words = new ImportedFilesText(files, taken, isDry, path, "the server");
        var report = new ServerImportReport(name, chosen, outside, known.Count, files, words, path);
        if (parsed.GetValue(Json)) report.WriteJson(terminal.Out);
        else report.Write(terminal);
        return words.IsLeft || files.Any(ImportedFilesText.IsGone) || report.Findings.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static string? Token(string? variable) =>
        variable is null ? null : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } token ? token : throw new UsageException($"the environment variable {variable} is not set");

    private static Regex Pattern(string text) =>
        new(string.Create(CultureInfo.InvariantCulture, $"^{Regex.Escape(text).Replace(@"\*", ".*", StringComparison.Ordinal)}$"), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static string Quoted(string word) => word.Length > 0 && word.All(unit => char.IsLetterOrDigit(unit) || "-_./=:@+,".Contains(unit, StringComparison.Ordinal)) ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}

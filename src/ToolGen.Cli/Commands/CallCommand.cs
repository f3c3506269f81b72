using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Effects;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen call NAME JSON</c></summary>
internal static class CallCommand
{
    private static readonly Argument<string> Name = new("name") { HelpName = "NAME", Description = "The tool's name, or the path of its spec." };
    private static readonly Argument<string> Arguments = new("json") { HelpName = "JSON", Description = "The arguments: a JSON object, @FILE, or - for standard input." };
    private static readonly Option<string> Tools = new("--tools") { HelpName = "FOLDER", Description = "Where the spec is searched.", DefaultValueFactory = _ => "." };
    private static readonly Option<string?> Grants = GrantsOption.Create();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("call", "Call one tool in the sandbox and print what it answers.",
            """toolgen call check_iban '{"iban":"DE89370400440532013000"}' --tools tools""",
            "toolgen call check_iban @arguments.json --json",
            """echo '{"iban":"GB82"}' | toolgen call tools/check_iban.tool.json -""")
        {
            Name, Arguments, Tools, Grants, KindsOption.Option, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var host = GrantsOption.Of(parsed, Grants);
        await using var sandbox = OpeningSandbox.Begin(host.Granted);
        var name = parsed.GetRequiredValue(Name);
        var effects = host.Effects(terminal);
        var inputs = Find(name, parsed.GetRequiredValue(Tools), cancellationToken);
        var arguments = await ArgumentText.ReadAsync(parsed.GetRequiredValue(Arguments), cancellationToken);

        var forge = new Forge.Forge { Kinds = KindsOption.Read(parsed, terminal, cancellationToken), Packages = host.Packages };
        var set = forge.Make(WithCalled(forge, inputs, parsed.GetRequiredValue(Tools), cancellationToken), cancellationToken);
        var tool = set.Tools[0];
        if (!tool.IsRunnable)
        {
            if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => ToolJson.Set(json, set.Tools, []));
            FindingText.Write(terminal.Error, tool.Findings, terminal.ColorError);
            if (!tool.HasErrors) terminal.Complain($"`{tool.Name}` is a declared tool: its C# is in its project, so it can be called there");
            return ExitCode.Failed;
        }

        var result = (await Forge.Forge.CallAsync(set, [new ToolCall(tool, arguments)], await sandbox.ReadyAsync(), effects, null, cancellationToken))[0];
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => Document(json, tool, result));
        else
        {
            Print(terminal, tool, result);
            if (result.Errors.FirstOrDefault(error => error.Code == ToolErrorCodes.Denied) is { } denied)
                foreach (var missing in GrantFindings.Missing(tool, host.Granted).Where(missing => !denied.Message.Contains(missing.Line, StringComparison.Ordinal)))
                    terminal.Note($"  it needs {missing.Needs} too: add to {GrantsFile.Name} {missing.Line}");
        }

        return result.Outcome == RunOutcome.Passed ? ExitCode.Ok : ExitCode.Failed;
    }

    /// <summary>The one spec; a name that is no file's is answered with the nearest ones.</summary>
    private static IReadOnlyList<SpecInput> Find(string name, string folder, CancellationToken cancellationToken)
    {
        if (name.EndsWith(SpecSet.Extension, StringComparison.OrdinalIgnoreCase)) return SpecFiles.Require([name], cancellationToken).Inputs;
        var set = SpecFiles.Require([folder], cancellationToken);
        var named = set.Inputs.Where(input => NameOf(input).Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (named.Length == 1) return named;
        if (named.Length > 1) throw new UsageException($"`{name}` stands in {string.Join(" and ", named.Select(input => input.Path))}: name the file");
        var near = set.Inputs.Select(NameOf).OrderBy(other => Distance(name, other)).ThenBy(other => other, StringComparer.Ordinal).Take(3);
        throw new UsageException($"no tool `{name}` below {folder}; nearest: {string.Join(", ", near)}");
    }

    /// <summary>A tool that calls others comes with all that stand beside it.</summary>
    private static IReadOnlyList<SpecInput> WithCalled(Forge.Forge forge, IReadOnlyList<SpecInput> inputs, string folder, CancellationToken cancellationToken)
    {
        var spec = forge.Read(inputs, cancellationToken)[0].Spec;
        if (spec?.Implementation is not ComposeImplementation && spec?.Capabilities.Any(line => line.Value.StartsWith("tool ", StringComparison.Ordinal)) is not true) return inputs;
        return SpecFiles.WithBeside(inputs, [folder], cancellationToken);
    }

    private static string NameOf(SpecInput input) => Path.GetFileName(input.Path)[..^SpecSet.Extension.Length];

    private static int Distance(string a, string b)
    {
        var shared = a.Split('_', '-').Intersect(b.Split('_', '-'), StringComparer.OrdinalIgnoreCase).Count();
        var prefix = a.Zip(b).TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)).Count();
        return -(10 * shared) - prefix;
    }

    private static void Document(System.Text.Json.Utf8JsonWriter json, ForgedTool tool, RunResult result)
    {
        json.WriteStartObject();
        json.WriteString("name", tool.Name);
        json.WriteBoolean("ok", result.Outcome == RunOutcome.Passed);
        ToolJson.Result(json, result);
        json.WriteEndObject();
    }

    private static void Print(Terminal terminal, ForgedTool tool, RunResult result)
    {
        // JSON is safe for a terminal but for what it does not have to escape.
        if (result.Output is not null) terminal.Out.WriteLine(Printable.Lines(result.Output));
        foreach (var line in result.Log) terminal.Note($"log: {line}");
        foreach (var error in result.Errors)
        {
            terminal.Complain($"{tool.Name}: {error.Code}{(error.Pointer is null ? "" : $" at {(error.Pointer.Length == 0 ? "the root" : error.Pointer)}")}: {error.Message}");
            if (error.Given is not null) terminal.Note($"  given:   {error.Given}");
            if (error.Allowed is not null) terminal.Note($"  allowed: {error.Allowed}");
            if (error.Correction is not null) terminal.Note($"  write:   {error.Correction}");
        }
    }
}

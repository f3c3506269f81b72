using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen show NAME|ID</c></summary>
internal static class ShowCommand
{
    private static readonly Argument<string> What = VersionArgument.Create();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("show", "Print one version: its spec, what it may do, where it stands.", "toolgen show check_iban", "toolgen show check_iban@1.2 --json", "toolgen show 3f9a0c1d")
        {
            What, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var version = VersionChoice.Require(registry, parsed.GetRequiredValue(What), ToolState.Approved, ToolState.Deprecated, ToolState.Candidate);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json => VersionJson.Whole(json, version));
            return ExitCode.Ok;
        }

        terminal.Out.Write(Printable.Lines(new ReviewText(registry, version).Head()));
        Part(terminal, version.Name + ".tool.json", version.Spec);
        Part(terminal, version.Name + ".tool.cs", version.Companion);
        Part(terminal, version.Name + ".tests.json", version.Tests);
        return ExitCode.Ok;
    }

    private static void Part(Terminal terminal, string name, string? text)
    {
        if (text is null) return;
        terminal.Out.WriteLine($"\n--- {name}");
        terminal.Out.WriteLine(Printable.Lines(text.TrimEnd('\n').Replace("\r\n", "\n", System.StringComparison.Ordinal)));
    }
}

using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Cli.Statistics;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen stats</c></summary>
internal static class StatsCommand
{
    private static readonly Option<string?> Html = new("--html") { HelpName = "FILE", Description = "Write one HTML file with plots; nothing in it is loaded from elsewhere." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("stats", "Print what the registry is worth: reuse, success, the health and safety of the library, advice.", "toolgen stats", "toolgen stats --html registry.html", "toolgen stats --json")
        {
            Html, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var stats = RegistryStats.Of(registry);
        if (parsed.GetValue(Html) is { } file)
        {
            using var batch = new FileBatch();
            batch.Add(file, StatsHtml.Of(stats, registry.Options.Time.GetUtcNow()));
            batch.Commit(cancellationToken);
            terminal.Note(file);
        }

        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => StatsJson.Write(json, stats));
        else StatsText.Write(terminal, stats);
        return ExitCode.Ok;
    }
}

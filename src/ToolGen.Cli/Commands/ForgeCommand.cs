using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen forge PATH…</c>: everything, live.</summary>
internal static class ForgeCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();

    public static Command Create()
    {
        var command = new DocumentedCommand("forge", "Take specs through every station, live, then call each tool and print what it answers.",
            "toolgen forge tools", "toolgen forge tests/Specs --calls 5", "toolgen forge tools --json", "toolgen forge tools --evidence evidence --since evidence", "toolgen forge tools --watch")
        {
            Paths,
        };
        foreach (var option in ForgeOptions.All) command.Add(option);
        ForgeOptions.Check(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var paths = parsed.GetRequiredValue(Paths);
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        var set = SpecFiles.Require(paths, cancellationToken);
        var round = new ForgeRound(parsed, terminal, grants.Packages, KindsOption.Read(parsed, terminal, cancellationToken));
        if (!parsed.GetValue(ForgeOptions.Watch)) return await round.RunAsync(set, sandbox, cancellationToken);
        await round.RunAsync(set, sandbox, cancellationToken);
        await ForgeWatch.RunAsync(paths, set, round, sandbox, terminal, cancellationToken);
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Sandbox;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen doctor</c></summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("doctor", "Try out how far tools can be isolated on this machine, and say what would let them be isolated further.", "toolgen doctor", "toolgen doctor --json") { Json };
        command.SetAction(parsed => Task.FromResult(Run(parsed)));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var terminal = parsed.Terminal();
        IsolationState[] states;
        try
        {
            states = [.. IsolationProbe.Levels.Select(level => IsolationProbe.Of(level))];
        }
        catch (FileNotFoundException e)
        {
            throw new OutputException($"{e.Message} ({e.FileName})");
        }

        var report = new IsolationText(states, Sandboxes.Least(GrantsOption.Here().Require(terminal)), IsolationProbe.Limits);
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, report.Write);
        else terminal.Out.Write(Printable.Lines(report.Text()));
        return report.IsEnough ? ExitCode.Ok : ExitCode.Failed;
    }
}

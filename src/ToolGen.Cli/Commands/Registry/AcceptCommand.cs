using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Cli.Terminals;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen audit accept</c>: a person takes a log over that this host refuses, or has never seen.</summary>
internal static class AcceptCommand
{
    private const int Typed = 8;

    private static readonly Option<string> Reason = VersionArgument.Reason();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("accept", "Begin with the log as it stands, where this host refuses it: an older copy that was put back on purpose, a registry that was moved here.") { Reason, Json, RegistryOption.Option };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        using var person = TerminalDevice.Open("taking a log over");
        var options = RegistryOption.Of(parsed);
        var seen = SqliteRegistry.Look(options, cancellationToken);
        if (!seen.IsClean) throw new RegistryException(RegistryFault.Damaged, $"this log can't be begun with, whoever wants it: {seen.Problems[0]}; `toolgen verify --all` names the rest");
        foreach (var problem in RegistryVerifier.Verify(options, texts: false, cancellationToken).Problems) person.Write($"{problem}\n");
        person.Write($"The log has {Words.Count(seen.Records, "record")}, {Words.Count(seen.Versions, "version")} and {Words.Count(seen.Approvals, "approval")}, and the root {seen.Root}\n"
            + "Whether that is the log that was written, only a root tells that was noted where it was: `toolgen audit verify` prints it there. This host takes the log over as it stands, and signs it from here on.\n");
        var typed = await person.AskHiddenAsync($"the first {Typed} characters of the root: ", cancellationToken);
        if (!typed.AsSpan().SequenceEqual(seen.Root.AsSpan(0, Typed))) throw new PersonException("the root begins otherwise. Nothing was done");
        await SqliteRegistry.AcceptAsync(options, seen, RegistryOption.By, parsed.GetRequiredValue(Reason), cancellationToken);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteNumber("records", seen.Records);
                json.WriteString("root", seen.Root);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.WriteLine($"{Words.Count(seen.Records, "record")} taken over");
        }

        return ExitCode.Ok;
    }
}

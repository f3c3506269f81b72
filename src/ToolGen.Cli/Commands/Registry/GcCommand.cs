using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen gc</c></summary>
internal static class GcCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("gc", "Remove the texts of session tools whose sessions are over; the log keeps their hashes.", "toolgen gc") { Json, RegistryOption.Option };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var count = await registry.CollectGarbageAsync(RegistryOption.By, cancellationToken);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteNumber("forgotten", count);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.WriteLine($"{Words.Count(count, "tool")} of sessions forgotten");
        }

        return ExitCode.Ok;
    }
}

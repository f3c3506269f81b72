using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen diff NAME [OLD NEW]</c></summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Name = VersionArgument.Name();
    private static readonly Argument<string?> Old = new("old") { HelpName = "OLD", Arity = ArgumentArity.ZeroOrOne, Description = "The older number; unless given, the version that the newer one is measured by." };
    private static readonly Argument<string?> New = new("new") { HelpName = "NEW", Arity = ArgumentArity.ZeroOrOne, Description = "The newer number; the newest unless given." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("diff", "Print what changed between two versions, the step that it owes, and the difference of their texts.",
            "toolgen diff check_iban", "toolgen diff check_iban 1.0.0 1.1.0 --json")
        {
            Name, Old, New, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var name = parsed.GetRequiredValue(Name);
        var history = VersionChoice.RequireHistory(registry, name);
        StoredVersion At(string number) => history.FirstOrDefault(version => version.Version == number) ?? throw new UsageException($"{name} has no version {number}; `toolgen history {name}` prints those that there are");
        var newer = parsed.GetValue(New) is { } second ? At(second) : history[0];
        var older = parsed.GetValue(Old) is { } first ? At(first)
            : StepRule.Before(newer.Version, history.Where(version => version.Id != newer.Id)) ?? throw new UsageException($"there is no version of {name} below {newer.Version} to compare it with");
        var change = VersionChange.Between(older, newer);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("name", newer.Name);
                ChangeJson.Members(json, change);
                json.WriteString("texts", VersionDiff.Texts(older, newer));
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.Write(Printable.Lines(VersionDiff.Of(older, newer, change)));
        }

        return ExitCode.Ok;
    }
}

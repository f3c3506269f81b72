using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen propose reject deprecate quarantine revoke</c>: what needs no signature, since it gives nobody anything.</summary>
internal static class MarkCommands
{
    private static readonly Argument<string> What = VersionArgument.Create();
    private static readonly Argument<string> Candidate = VersionArgument.Create(" Of a name, the newest that waits.");
    private static readonly Argument<string> Session = VersionArgument.Create(" Of a name, the newest of a session.");
    private static readonly Option<string> Reason = VersionArgument.Reason();
    private static readonly Option<bool> Changes = new("--changes") { Description = "Ask its maker for changes: it stays a candidate." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static IEnumerable<Command> Create()
    {
        var propose = new DocumentedCommand("propose", "Make a tool of a session a candidate, which a person then looks at.", "toolgen propose 3f9a0c1d") { Session, Json, RegistryOption.Option };
        propose.SetAction(ProposeAsync);
        yield return propose;

        var reject = new DocumentedCommand("reject", "Say no to a candidate, for good, or ask its maker for changes.",
            "toolgen reject check_iban --reason 'twice the same tool'", "toolgen reject check_iban --changes --reason 'no sample with blanks'")
        { Candidate, Reason, Changes, Json, RegistryOption.Option };
        reject.SetAction(RejectAsync);
        yield return reject;

        yield return Mark("deprecate", "Mark a version as one that nobody should begin to use: it can still be called.", ToolState.Deprecated, ToolState.Approved);
        yield return Mark("quarantine", "Let nobody call a version until a person has looked.", ToolState.Quarantined, ToolState.Approved, ToolState.Deprecated);
        yield return Mark("revoke", "Take a version back for good.", ToolState.Revoked, ToolState.Approved, ToolState.Deprecated, ToolState.Quarantined, ToolState.Candidate);
    }

    private static DocumentedCommand Mark(string name, string description, ToolState state, params ToolState[] from)
    {
        var command = new DocumentedCommand(name, description, $"toolgen {name} check_iban@1.0.0 --reason 'wrong for Malta'") { What, Reason, Json, RegistryOption.Option };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
            var version = VersionChoice.Require(registry, parsed.GetRequiredValue(What), from);
            return Outcome.Tell(parsed.Terminal(), await registry.MarkAsync(version.Id, state, parsed.GetRequiredValue(Reason), RegistryOption.By, cancellationToken), parsed.GetValue(Json));
        });
        return command;
    }

    private static async Task<int> ProposeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var version = VersionChoice.Require(registry, parsed.GetRequiredValue(Session), ToolState.Session);
        return Outcome.Tell(parsed.Terminal(), await registry.ProposeAsync(version.Id, RegistryOption.By, cancellationToken), parsed.GetValue(Json));
    }

    private static async Task<int> RejectAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var (version, reason) = (VersionChoice.Require(registry, parsed.GetRequiredValue(Candidate), ToolState.Candidate), parsed.GetRequiredValue(Reason));
        if (!parsed.GetValue(Changes)) return Outcome.Tell(parsed.Terminal(), await registry.MarkAsync(version.Id, ToolState.Rejected, reason, RegistryOption.By, cancellationToken), parsed.GetValue(Json));
        await registry.AskForChangesAsync(version.Id, reason, RegistryOption.By, cancellationToken);
        return Outcome.Tell(parsed.Terminal(), registry.Get(version.Id)!, parsed.GetValue(Json));
    }
}

using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen rollback NAME</c></summary>
internal static class RollbackCommand
{
    private static readonly Argument<string> Name = VersionArgument.Name();
    private static readonly Option<string> Reason = VersionArgument.Reason();
    private static readonly Option<bool> Revoke = new("--revoke") { Description = "Take the newest back for good; it is deprecated otherwise, and can still be called by its number." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("rollback", "Let a name lead to the approved version before the newest.", "toolgen rollback check_iban --reason 'wrong for Malta'", "toolgen rollback check_iban --revoke --reason 'leaks'")
        {
            Name, Reason, Revoke, Json, RegistryOption.Option,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var name = parsed.GetRequiredValue(Name);
        var history = VersionChoice.RequireHistory(registry, name);
        var newest = registry.Find(name) ?? throw new UsageException($"no version of {name} can be called: there is nothing to roll back");
        var before = history.SkipWhile(version => version.Id != newest.Id).Skip(1).ToArray();
        var revokes = parsed.GetValue(Revoke);
        var next = before.FirstOrDefault(version => version.State == ToolState.Approved)
            ?? (revokes ? before.FirstOrDefault(version => version.State == ToolState.Deprecated) : null)
            ?? throw new UsageException($"no version of {name} before {newest.Version} is approved: `toolgen revoke` takes {newest.Version} back without another in its place");
        await registry.MarkAsync(newest.Id, revokes ? ToolState.Revoked : ToolState.Deprecated, parsed.GetRequiredValue(Reason), RegistryOption.By, cancellationToken);
        return registry.Find(name) is { } found && found.Id == next.Id
            ? Outcome.Tell(parsed.Terminal(), found, parsed.GetValue(Json))
            : throw new UsageException($"{name} leads to {registry.Find(name)?.Version ?? "no version"} now, and not to {next.Version}: another process changed it at the same time");
    }
}

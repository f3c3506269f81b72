using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Cli.Terminals;
using ToolGen.Registry;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen approve NAME|ID</c></summary>
internal static class ApproveCommand
{
    private static readonly Argument<string> What = VersionArgument.Create(" Of a name, the newest that waits.");
    private static readonly Option<int?> Expires = new("--expires") { HelpName = "DAYS", Description = "For so many days; for good unless given, or as long as the policy says." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("approve", "Say yes to a version: it is forged again, shown at the terminal, and signed with your key.",
            "toolgen approve check_iban", "toolgen approve check_iban@1.2.0 --expires 90", "toolgen approve 3f9a0c1d --key keys/anna.key.pem")
        {
            What, Expires, KeyOption.Option, Json, KindsOption.Option, RegistryOption.Option,
        };
        Expires.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 36_500) result.AddError("--expires takes a number of days from 1 to 36500.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        using var person = TerminalDevice.Open("approving");
        KeyOption.RequireFile(KeyOption.PathOf(parsed));
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var version = VersionChoice.RequireOf(
            registry, parsed.GetRequiredValue(What), "there is nothing to approve; a mended one gets the next number", ToolState.Candidate, ToolState.Quarantined, ToolState.Deprecated, ToolState.Approved);
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        var forge = new RegistryForge(parsed, grants, terminal, sandbox, cancellationToken);
        version = await FreshLook.AtAsync(registry, forge, version, terminal, cancellationToken);

        await using var tools = new FoundTools(registry);
        var proven = await SimilarTools.ProvenAsync(registry, forge, version, await SimilarTools.LikelyAsync(registry, tools, version, cancellationToken), cancellationToken);
        var text = await EarlierSamples.ReviewAsync(registry, forge, version, cancellationToken, proven);
        person.Write(text.Screen());
        if (text.Change is { } change) StepRule.Require(change);
        person.Write($"\nThis approves {version.Name} {version.Version} ({Words.Short(version.Id)}), with what it may do as it stands above.\n");
        using var key = await KeyOption.OpenAsync(parsed, person, cancellationToken);
        var now = registry.Options.Time.GetUtcNow();
        var approved = await registry.ApproveAsync(key.Approve(version, now, parsed.GetValue(Expires) is { } days ? now.AddDays(days) : null), cancellationToken);
        Outcome.Tell(terminal, approved, parsed.GetValue(Json));
        if (approved.State == ToolState.Candidate) terminal.Note("the policy asks for a second person: with another key, `toolgen approve` says the second yes");
        return ExitCode.Ok;
    }
}

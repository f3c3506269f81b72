using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Commands;
using ToolGen.Cli.Commands.Registry;
using ToolGen.Cli.Output;
using ToolGen.Cli.Terminals;
using ToolGen.Registry;
using ToolGen.Registry.Changes;
using ToolGen.Specification.Evidence;

namespace ToolGen.Cli.Registries;

/// <summary>
/// <c>toolgen review --upgrade</c>: all that is approved, forged again with this ToolGen. A person sees the list, and one passphrase signs each that passes; before it is given the registry stays as it is.
/// </summary>
internal static class UpgradeReview
{
    public static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        using var person = TerminalDevice.Open("approving");
        KeyOption.RequireFile(KeyOption.PathOf(parsed));
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var grants = GrantsOption.Here();
        await using var sandbox = OpeningSandbox.Begin(grants.Require(terminal));
        var forge = new RegistryForge(parsed, grants, terminal, sandbox, cancellationToken);
        var (passing, failing) = (new List<(StoredVersion Version, ToolEvidence Seen)>(), new List<StoredVersion>());
        foreach (var version in registry.List(ToolState.Approved, ToolState.Deprecated, ToolState.Candidate).Where(WasApproved).ToArray())
        {
            try
            {
                var seen = await FreshLook.SeenAsync(registry, forge, version, terminal, cancellationToken);
                if ((await EarlierSamples.ReviewAsync(registry, forge, version with { Evidence = seen }, cancellationToken)).Change is { } change) StepRule.Require(change);
                passing.Add((version, seen));
            }
            catch (RegistryException refused) when (refused.Fault is RegistryFault.NotSound or RegistryFault.NotFound or RegistryFault.StepTooSmall)
            {
                failing.Add(version);
                person.Write($"fails   {version.Name} {version.Version}: {refused.Message}\n");
            }
        }

        var changed = passing.Where(one => one.Seen.Id != one.Version.Evidence.Id || one.Version.Approval is null).ToArray();
        foreach (var (version, seen) in changed)
            person.Write($"changed {version.Name} {version.Version}, {seen.Samples.Count} samples passed: {FreshLook.Differing(version.Evidence, seen)}; may {(seen.Capabilities.Declared.Count == 0 ? "do nothing but compute" : string.Join("; ", seen.Capabilities.Declared))}\n");
        person.Write($"{passing.Count} pass, {changed.Length} of them with another evidence than was approved; {failing.Count} fail and are not signed: mend them, quarantine or revoke them\n");
        var approved = changed.Length == 0 ? [] : await SignAsync(parsed, registry, person, changed, cancellationToken);
        if (json) Write(terminal, approved, failing);
        else foreach (var version in approved) terminal.Out.WriteLine(Printable.Of($"{version.Name} {version.Version} {Words.Of(version.State)} {version.Id}"));
        return failing.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    // An upgrade that was broken off behind the passphrase left some with what was seen, and without the yes. Of those whose approval lapsed the reason is the registry's own text, and nobody else's.
    private static bool WasApproved(StoredVersion version) => version.State != ToolState.Candidate || (version.Lapsed is not null && version.Reason?.Contains("another set of templates", System.StringComparison.Ordinal) == true);

    private static async Task<IReadOnlyList<StoredVersion>> SignAsync(
        ParseResult parsed, IToolRegistry registry, TerminalDevice person, IReadOnlyList<(StoredVersion Version, ToolEvidence Seen)> changed, CancellationToken cancellationToken)
    {
        person.Write($"This approves the {Words.Count(changed.Count, "version")} above, each as it was seen now, with what it may do as before, until its approval would have ended.\n");
        using var key = await KeyOption.OpenAsync(parsed, person, cancellationToken);
        await registry.RenewAsync([.. changed.Select(one => one.Seen)], RegistryOption.By, cancellationToken);
        var approved = new List<StoredVersion>();
        foreach (var (version, seen) in changed)
        {
            var approval = key.Approve(FreshLook.Seen(registry, version, seen), registry.Options.Time.GetUtcNow(), (version.Approval ?? version.LapsedApproval)?.Expires);
            var now = await registry.ApproveAsync(approval, cancellationToken);

            // What nobody should begin to use stays so.
            approved.Add((version.Lapsed ?? version.State) == ToolState.Deprecated && now.State == ToolState.Approved
                ? await registry.MarkAsync(version.Id, ToolState.Deprecated, version.Lapsed is null && version.Reason is { } why ? why : "deprecated before", RegistryOption.By, cancellationToken)
                : now);
        }

        return approved;
    }

    private static void Write(Terminal terminal, IReadOnlyList<StoredVersion> approved, IReadOnlyList<StoredVersion> failing) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        VersionJson.Array(json, "approved", approved);
        VersionJson.Array(json, "failing", failing);
        json.WriteEndObject();
    });
}

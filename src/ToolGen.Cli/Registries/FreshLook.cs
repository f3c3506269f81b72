using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Commands.Registry;
using ToolGen.Cli.Output;
using ToolGen.Registry;
using ToolGen.Server;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Registries;

/// <summary>
/// A version forged again before a person says yes: what stands in a registry was told by whoever put it there; what is signed was seen here. Where it is not the same, the registry gets what was seen.
/// </summary>
internal static class FreshLook
{
    /// <summary>Forges a version as it stands; what differs from what the registry had goes into it.</summary>
    /// <returns>The version with what was seen.</returns>
    /// <exception cref="RegistryException"><see cref="RegistryFault.NotSound"/>: it is not what it says, or does not pass.</exception>
    public static async Task<StoredVersion> AtAsync(IToolRegistry registry, RegistryForge forge, StoredVersion version, Terminal terminal, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(registry, forge, version, terminal, cancellationToken);
        if (seen.Id == version.Evidence.Id) return version;
        terminal.Note($"{version.Name} {version.Version}: what was seen now differs from what the registry had ({Differing(version.Evidence, seen)}); it has what was seen now");
        await registry.RenewAsync([seen], RegistryOption.By, cancellationToken);
        return Seen(registry, version, seen);
    }

    /// <summary>The same, and the registry stays as it is.</summary>
    /// <exception cref="RegistryException"><see cref="RegistryFault.NotSound"/>: it is not what it says, or does not pass.</exception>
    public static async Task<ToolEvidence> SeenAsync(IToolRegistry registry, RegistryForge forge, StoredVersion version, Terminal terminal, CancellationToken cancellationToken)
    {
        var (set, evidence) = await forge.ForgeAsync(StoredSpecs.WithSteps(registry, version), null, cancellationToken);
        var seen = With(evidence[0], version.Evidence);
        if (seen.Identity.Id != version.Id)
            throw Refused($"{version.Name} {version.Version} does not forge to the version that it is said to be ({Why(version.Evidence.Identity, seen.Identity)}): `toolgen verify --all` tells whether the registry was changed");
        if (Canonical(version.McpTool) != Canonical(set.Tools[0].ToVersion(seen).McpTool))
            throw Refused($"what the registry shows models of {version.Name} {version.Version} is not what its spec says: add the spec as the next version");
        if (seen.IsSound) return seen;
        FindingText.Write(terminal.Error, set.Tools[0].Findings, terminal.ColorError);
        throw Refused($"{version.Name} {version.Version} has errors, or samples that do not pass, on this machine: nothing was approved");
    }

    /// <summary>The version with the evidence that was seen here.</summary>
    /// <exception cref="RegistryException">Somebody gave it another one meanwhile.</exception>
    public static StoredVersion Seen(IToolRegistry registry, StoredVersion version, ToolEvidence seen) =>
        registry.Get(version.Id) is { } now && now.Evidence.Id == seen.Id ? now : throw Refused($"the evidence of {version.Name} {version.Version} was changed while it was looked at: look again");

    private static string? Canonical(string json) => JsonReader.Read(new SourceText("tool", json)).Root is { } root ? JsonWriter.Canonical(root) : null;

    // Who wrote it is not seen: it stays as it was told.
    private static ToolEvidence With(ToolEvidence seen, ToolEvidence told) => seen with { Authors = told.Authors };

    private static string Why(ToolIdentity told, ToolIdentity seen) =>
        told.Spec != seen.Spec ? "another spec" : told.Companion != seen.Companion ? "another NAME.tool.cs" : told.Template != seen.Template ? "another template of its kind: --kinds names the folder"
        : !told.Steps.Equals(seen.Steps) ? "its steps lead to other versions" : "its packages are others, or not granted here";

    /// <summary>The parts of what was seen that are not as they were.</summary>
    public static string Differing(ToolEvidence told, ToolEvidence seen)
    {
        var parts = new (string Name, bool Differs)[]
        {
            ("ToolGen", told.ToolGen != seen.ToolGen), ("templates", told.Identity.Templates != seen.Identity.Templates), ("stations", !told.Stations.Equals(seen.Stations)), ("findings", !told.Findings.Equals(seen.Findings)),
            ("samples", !told.Samples.Equals(seen.Samples)), ("capabilities", !told.Capabilities.Equals(seen.Capabilities)), ("isolation", told.Isolation != seen.Isolation), ("limits", !told.Limits.Equals(seen.Limits)),
            ("worth", !Equals(told.Worth, seen.Worth)), ("other inputs", !Equals(told.Inputs, seen.Inputs)),
        };
        return string.Join(", ", parts.Where(part => part.Differs).Select(part => part.Name).DefaultIfEmpty("identity"));
    }

    private static RegistryException Refused(string why) => new(RegistryFault.NotSound, why);
}

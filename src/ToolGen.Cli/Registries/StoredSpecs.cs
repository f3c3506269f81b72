using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Specs;
using ToolGen.Registry;

namespace ToolGen.Cli.Registries;

/// <summary>Versions of a registry as specs that the forge takes.</summary>
internal static class StoredSpecs
{
    /// <summary>A version's files.</summary>
    public static SpecInput InputOf(StoredVersion version) => SpecInput.Of(version.Name, version.Spec, version.Companion, version.Tests);

    /// <summary>A version, and behind it those that it calls, in whatever state they are now.</summary>
    /// <exception cref="RegistryException">One of them is not here any more.</exception>
    public static IReadOnlyList<SpecInput> WithSteps(IToolRegistry registry, StoredVersion version) => [.. VersionSteps.Of(registry, version, callable: false).Select(InputOf)];
}

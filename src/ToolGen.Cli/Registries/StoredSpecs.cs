using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Registries;

/// <summary>Versions of a registry as specs that the forge takes.</summary>
internal static class StoredSpecs
{
    /// <summary>A version's files.</summary>
    public static SpecInput InputOf(StoredVersion version) => new(
        version.Name + SpecSet.Extension,
        Encoding.UTF8.GetBytes(version.Spec),
        version.Companion is { } companion ? new SourceText(version.Name + ".tool.cs", companion) : null,
        version.Tests is null ? null : version.Name + ".tests.json",
        version.Tests is { } tests ? Encoding.UTF8.GetBytes(tests) : default);

    /// <summary>A version, and behind it those that its steps call, as it was resolved when it was made.</summary>
    /// <exception cref="UsageException">One of them is not here any more.</exception>
    public static IReadOnlyList<SpecInput> WithSteps(SqliteRegistry registry, StoredVersion version)
    {
        var found = new Dictionary<string, StoredVersion>(StringComparer.Ordinal) { [version.Id] = version };
        var open = new Queue<StoredVersion>([version]);
        while (open.Count > 0)
        {
            foreach (var step in open.Dequeue().Evidence.Identity.Steps)
            {
                if (step.Id is null || found.ContainsKey(step.Id)) continue;
                var called = registry.Get(step.Id) ?? throw new UsageException($"{version.Name} {version.Version} calls {step.Tool} {Words.Short(step.Id)}, which is not in this registry");
                found.Add(called.Id, called);
                open.Enqueue(called);
            }
        }

        return [.. found.Values.Select(InputOf)];
    }
}

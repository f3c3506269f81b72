using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>Specs with the tools that they call: those that stand among them, else those that the registry finds.</summary>
internal static class StepSpecs
{
    /// <summary>The specs, then what they call and does not stand among them.</summary>
    public static IReadOnlyList<SpecInput> WithSteps(SqliteRegistry registry, IReadOnlyList<SpecInput> inputs)
    {
        var all = inputs.ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < all.Count; i++)
        {
            if (SpecReader.Read(all[i].Path, all[i].Utf8.Span).Spec is not { } spec) continue;
            names.Add(spec.Name);
            foreach (var reference in Called(spec).Where(reference => !names.Contains(Name(reference)) && !all.Any(input => input.Path.EndsWith(Name(reference) + SpecSet.Extension, StringComparison.OrdinalIgnoreCase))))
            {
                names.Add(Name(reference));
                if (registry.Find(reference) is { } version) all.Add(StoredSpecs.InputOf(version));
            }
        }

        return all;
    }

    private static IEnumerable<string> Called(ToolSpec spec) =>
        ((spec.Implementation as ComposeImplementation)?.Steps.Select(step => step.Tool.Value) ?? [])
            .Concat(spec.Capabilities.Select(line => Capability.TryParse(line.Value)).OfType<ToolCapability>().Select(capability => capability.Reference));

    private static string Name(string reference) => reference.Split('@')[0];
}

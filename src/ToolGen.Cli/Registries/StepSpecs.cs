using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>Specs with the tools that they call: those that stand among them, else those that the registry finds.</summary>
internal static class StepSpecs
{
    /// <summary>The specs, then what they call and does not stand among them.</summary>
    public static IReadOnlyList<SpecInput> WithSteps(IToolRegistry registry, IReadOnlyList<SpecInput> inputs)
    {
        var all = inputs.ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < all.Count; i++)
        {
            if (SpecReader.Read(all[i].Path, all[i].Utf8.Span).Spec is not { } spec) continue;
            names.Add(spec.Name);
            foreach (var reference in CalledTools.Of(spec).Where(reference => !names.Contains(CalledTools.NameOf(reference)) && !all.Any(input => input.Path.EndsWith(CalledTools.NameOf(reference) + SpecSet.Extension, StringComparison.OrdinalIgnoreCase))))
            {
                names.Add(CalledTools.NameOf(reference));
                if (registry.Find(reference) is { } version) all.Add(StoredSpecs.InputOf(version));
            }
        }

        return all;
    }
}

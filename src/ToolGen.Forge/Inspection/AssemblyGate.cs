using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Members;

namespace ToolGen.Forge.Inspection;

/// <summary>
/// Reads a compiled assembly and says why it must not be loaded: every type, member, signature, attribute and instruction must stand on the list of members, and what
/// the list cannot speak of (modules, native code, layouts, raw memory) is refused by its kind. Nothing is loaded; what cannot be decoded is refused.
/// </summary>
internal static class AssemblyGate
{
    /// <summary>Refusals; empty where the assembly may be loaded.</summary>
    /// <param name="image">The bytes of the assembly.</param>
    /// <param name="capabilities">For each class of a tool, as reflection names it, the first words of its capability lines. A class that is not here has none.</param>
    /// <param name="list">What may be touched; null: <see cref="MemberAllowList.Default"/>.</param>
    public static IReadOnlyList<Refusal> Inspect(ImmutableArray<byte> image, IReadOnlyDictionary<string, IReadOnlyCollection<string>> capabilities, MemberAllowList? list = null)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        var refusals = new RefusalSink();
        refusals.Guard(null, "the assembly", () =>
        {
            using var pe = new PEReader(image);
            ImageRules.Check(pe);
            var metadata = pe.GetMetadataReader(MetadataReaderOptions.None);
            TableRules.Check(pe, metadata);
            using var sites = DebugSites.Open(pe);
            new TypeWalk(pe, metadata, list ?? MemberAllowList.Default, capabilities, sites, refusals).Run();
        });
        return refusals.All;
    }
}

using System;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification;

namespace ToolGen.Generator.Pipeline;

/// <summary>The signatures of a project's tools: of several of one name that of the path which sorts first, as <see cref="NameTaker"/> has it.</summary>
internal static class SignatureTaker
{
    public static ProjectSignatures Of(ImmutableArray<PlacedSignature?> tools, EquatableArray<NominalName> referenced)
    {
        var sorted = tools.OfType<PlacedSignature>().OrderBy(tool => tool.Path, StringComparer.Ordinal).ToList();
        return new(new(sorted.Select(tool => tool.Signature)), NominalNames.Of(sorted.SelectMany(tool => tool.Nominals), referenced));
    }
}

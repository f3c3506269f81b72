using System;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Generator.Signatures;

namespace ToolGen.Generator.Pipeline;

/// <summary>The signatures of a project's tools: of several of one name that of the path which sorts first, as <see cref="NameTaker"/> has it.</summary>
internal static class SignatureTaker
{
    public static ToolSignatures Of(ImmutableArray<PlacedSignature?> tools) =>
        new(tools.OfType<PlacedSignature>().OrderBy(tool => tool.Path, StringComparer.Ordinal).Select(tool => tool.Signature));
}

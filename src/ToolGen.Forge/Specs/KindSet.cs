using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Specs;

/// <summary>The kinds of a project: every <c>NAME.tool.sbn</c> and <c>NAME.tool.schema.json</c> below a folder that a person named.</summary>
/// <param name="Kinds">In ordinal order of their names.</param>
/// <param name="Findings">Files that could not be read, and searches that were cut off.</param>
public sealed record KindSet(EquatableArray<OwnKindDefinition> Kinds, EquatableArray<Finding> Findings)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads them. Links are not followed; <c>bin</c>, <c>obj</c>, <c>node_modules</c> and names that begin with a dot are left out.</summary>
    /// <param name="folder">Relative to the current folder or absolute; must be there.</param>
    /// <param name="cancellationToken">Ends the search early with <see cref="OperationCanceledException"/>.</param>
    public static KindSet Below(string folder, CancellationToken cancellationToken = default)
    {
        var findings = new List<Finding>();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        SpecSearch.Below(folder, OwnKindDefinition.IsPart, files, findings, cancellationToken);
        var parts = new List<(string Path, string Text)>();
        foreach (var (full, shown) in files)
        {
            try
            {
                parts.Add((shown, Utf8.GetString(SpecBytes.Read(full))));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
            {
                findings.Add(SpecSet.Unreadable(shown, e.Message));
            }
        }

        return new(OwnKindDefinition.Join(parts), findings.ToEquatableArray());
    }
}

using System.Collections.Generic;
using System.Linq;
using ToolGen.Cli.Output;
using ToolGen.Effects;
using ToolGen.Forge;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Commands;

/// <summary>What tools need and the grants of this host do not give: warnings, since a tool can be meant for another host.</summary>
internal static class GrantFindings
{
    /// <exception cref="UsageException">The grants have errors.</exception>
    public static ForgedSet Add(ForgedSet set, HostGrants host, Terminal terminal)
    {
        if (host.Path is not { } path) return set;
        var grants = host.Told(terminal);
        return set with { Tools = set.Tools.Select(tool => Add(tool, grants, path)).ToArray() };
    }

    /// <summary>What one tool needs and these grants do not give.</summary>
    public static IReadOnlyList<MissingGrant> Missing(ForgedTool tool, Grants grants) =>
        // A code body may only sign with its secrets.
        MissingGrant.Of(grants, tool.Generated?.Capabilities ?? [], sendsSecrets: tool.Spec?.Implementation is HttpImplementation { Auth.Scheme: not "hmac" });

    private static ForgedTool Add(ForgedTool tool, Grants grants, string path)
    {
        if (tool.Spec is null || tool.Generated is not { IsFallback: false }) return tool;
        var sink = new FindingSink(tool.Document.Source);
        var place = tool.Spec.Implementation?.Node["kind"]?.Span ?? tool.Spec.NameNode.Span;
        foreach (var missing in Missing(tool, grants))
        {
            if (missing.Allowed is null) sink.Add(FindingCatalog.Unbound, place, missing.Needs, path, missing.Line);
            else sink.Add(FindingCatalog.BoundTooNarrow, place, missing.Needs, path, missing.Allowed, missing.Line);
        }

        return tool with { Findings = tool.Findings.Concat(sink.ToArray()).ToEquatableArray() };
    }
}

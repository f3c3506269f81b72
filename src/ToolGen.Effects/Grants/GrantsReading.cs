using System;
using System.Linq;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Effects;

/// <summary>Grants that were read, and what was found wrong.</summary>
/// <param name="Grants">Null where a finding is an error: grants that are wrong in one place grant nothing.</param>
/// <param name="Findings">With places, in their order; in a configuration a place is a key.</param>
public sealed record GrantsReading(Grants? Grants, EquatableArray<Finding> Findings)
{
    /// <summary>The grants.</summary>
    /// <exception cref="GrantsException">A finding is an error.</exception>
    public Grants Require() => this.Grants ?? throw new GrantsException(this.Findings);
}

/// <summary>Grants can't be used: <see cref="Exception.Message"/> is every error with its place and what to write instead.</summary>
public sealed class GrantsException(EquatableArray<Finding> findings)
    : Exception(string.Join(Environment.NewLine, findings.Where(finding => finding.Severity == FindingSeverity.Error)))
{
    /// <summary>Errors and warnings.</summary>
    public EquatableArray<Finding> Findings { get; } = findings;
}

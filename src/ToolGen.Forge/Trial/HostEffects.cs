using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Effects;

namespace ToolGen.Forge.Trial;

/// <summary>What calls may reach: grants, and the environment variables that they name. None of it goes into the process of a tool.</summary>
/// <param name="Grants">What the host binds the names of specs to.</param>
/// <param name="Variables">Environment variables by name; those that are not set are left out.</param>
public sealed record HostEffects(Grants Grants, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The effects of grants.</summary>
    /// <param name="grants">As they were read.</param>
    /// <param name="environment">Where variables are looked up; null: this process's.</param>
    public static HostEffects Of(Grants grants, Func<string, string?>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(grants);
        environment ??= Environment.GetEnvironmentVariable;
        return new(grants, grants.Variables.Select(name => (name, value: environment(name))).Where(one => one.value is not null).ToDictionary(one => one.name, one => one.value!, StringComparer.Ordinal));
    }

    /// <summary>The effects of calls.</summary>
    internal ToolEffects Open(Func<string, Tool?> findTool) => new(this.Grants, this.Options(findTool));

    /// <summary>What the effects are made with.</summary>
    internal ToolEffectsOptions Options(Func<string, Tool?> findTool) => new() { Environment = this.Variables.GetValueOrDefault, FindTool = findTool };
}

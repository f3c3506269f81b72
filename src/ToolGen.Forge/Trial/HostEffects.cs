using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ToolGen.Effects;

namespace ToolGen.Forge.Trial;

/// <summary>What calls may reach: a grants file, and the environment variables that it names. None of it goes into the process of a tool.</summary>
/// <param name="GrantsPath">Absolute; relative paths in the file count from its folder.</param>
/// <param name="Grants">The file's text.</param>
/// <param name="Variables">Environment variables by name; those that are not set are left out.</param>
public sealed record HostEffects(string GrantsPath, string Grants, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Reads a grants file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">Where variables are looked up; null: this process's.</param>
    /// <param name="reading">What was found; where it has errors, nothing is to run.</param>
    /// <returns>Null where the file has errors.</returns>
    public static HostEffects? Read(string path, out GrantsReading reading, Func<string, string?>? environment = null)
    {
        var full = Path.GetFullPath(path);
        reading = GrantsFile.Read(full);
        if (reading.Grants is not { } grants) return null;
        environment ??= Environment.GetEnvironmentVariable;
        var variables = grants.Variables.Select(name => (name, value: environment(name))).Where(one => one.value is not null).ToDictionary(one => one.name, one => one.value!, StringComparer.Ordinal);
        return new(full, File.ReadAllText(full), variables);
    }

    /// <summary>The effects of calls.</summary>
    internal ToolEffects Open(Func<string, Tool?> findTool) => new(this.Open(), this.Options(findTool));

    /// <summary>The grants.</summary>
    internal Grants Open() => GrantsFile.Read(this.GrantsPath, Encoding.UTF8.GetBytes(this.Grants)).Require();

    /// <summary>What the effects are made with.</summary>
    internal ToolEffectsOptions Options(Func<string, Tool?> findTool) => new() { Environment = this.Variables.GetValueOrDefault, FindTool = findTool };
}

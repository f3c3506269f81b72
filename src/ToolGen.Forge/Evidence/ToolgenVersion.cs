using System.Reflection;

namespace ToolGen.Forge.Evidence;

/// <summary>Which ToolGen this is.</summary>
public static class ToolgenVersion
{
    /// <summary>SemVer, without the commit.</summary>
    public static string Current { get; } =
        (typeof(ToolgenVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}

using System.Reflection;

namespace ToolGen.Cli;

/// <summary>What this is.</summary>
internal static class Versions
{
    /// <summary>SemVer, without the commit.</summary>
    public static string Current { get; } =
        (typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}

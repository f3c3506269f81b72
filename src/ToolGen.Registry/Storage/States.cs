using System;
using System.Linq;

namespace ToolGen.Registry.Storage;

/// <summary>States as the file and the log name them.</summary>
internal static class States
{
    private static readonly string[] Names = [.. Enum.GetNames<ToolState>().Select(name => name.ToLowerInvariant())];

    public static string Text(ToolState state) => Names[(int)state];

    public static ToolState Read(string text) => Array.IndexOf(Names, text) is >= 0 and var at
        ? (ToolState)at
        : throw new RegistryException(RegistryFault.Damaged, "a version of this registry has a state that there is not: run `toolgen verify --all`");
}

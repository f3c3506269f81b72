using System;
using System.Security.Cryptography;

namespace ToolGen.Effects.Files;

/// <summary>Names of outputs that are being written. No path can name them, so no tool reads or replaces another's unfinished work.</summary>
internal static class TemporaryName
{
    private const string Start = ".toolgen-";
    private const string End = ".tmp";

    public static string Next() => Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)) + End;

    public static bool Is(string name) => name.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && name.EndsWith(End, StringComparison.OrdinalIgnoreCase);
}

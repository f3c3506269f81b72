using System;
using System.Collections.Generic;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Versions;

/// <summary>A release before every prerelease, as a host has it: who names no version does not ask for one; then by number, the newest first.</summary>
internal sealed class NewestFirst : IComparer<string>
{
    public static readonly NewestFirst Instance = new();

    public int Compare(string? left, string? right)
    {
        var releases = IsRelease(left!).CompareTo(IsRelease(right!));
        return releases != 0 ? -releases : VersionRange.Compare(right!, left!);
    }

    private static bool IsRelease(string version) => !version.Split('+')[0].Contains('-', StringComparison.Ordinal);
}

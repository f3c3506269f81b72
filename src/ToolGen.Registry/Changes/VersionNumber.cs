using System;
using System.Globalization;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Changes;

/// <summary>Steps between SemVer numbers.</summary>
internal static class VersionNumber
{
    /// <summary>Whether a text is a SemVer number without the label of a prerelease.</summary>
    public static bool IsRelease(string version) => Numbers(version) is not null && !version.Split('+')[0].Contains('-', StringComparison.Ordinal);

    /// <summary>The step from one number to a higher one. From a prerelease any step was taken: whoever named it was promised nothing.</summary>
    public static SemVerStep Between(string older, string newer)
    {
        if (Numbers(older) is not { } from || Numbers(newer) is not { } to || VersionRange.Compare(older, newer) >= 0) return SemVerStep.None;
        if (!IsRelease(older) || from[0] != to[0]) return SemVerStep.Major;
        return from[1] != to[1] ? SemVerStep.Minor : SemVerStep.Patch;
    }

    /// <summary>The step of the number that a change owes: below 1.0.0 what would be major is minor, and what would be minor is a patch, as ranges (<c>^0.2</c>) have it.</summary>
    public static SemVerStep Owed(string older, SemVerStep change) => Numbers(older) is [0, ..] ? change switch
    {
        SemVerStep.Major => SemVerStep.Minor,
        SemVerStep.Minor => SemVerStep.Patch,
        _ => change,
    } : change;

    /// <summary>The lowest number that takes a step.</summary>
    public static string Next(string older, SemVerStep step) => Numbers(older) is not [var major, var minor, var patch] ? older : step switch
    {
        SemVerStep.Major => Text(major + 1, 0, 0),
        SemVerStep.Minor => Text(major, minor + 1, 0),
        _ => IsRelease(older) ? Text(major, minor, patch + 1) : Text(major, minor, patch),
    };

    private static string Text(long major, long minor, long patch) => string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}");

    private static long[]? Numbers(string version)
    {
        // Three numbers, as a range of that version alone reads them.
        var plain = version.Split('+')[0].Split('-')[0].Split('.');
        return plain.Length == 3 && VersionRange.TryParse(version) is not null && version.Length > 0 && char.IsAsciiDigit(version[0])
            ? Array.ConvertAll(plain, number => long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }
}

using System.CommandLine;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Cli.Output;
using ToolGen.Effects;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Trial;

namespace ToolGen.Cli.Commands;

/// <summary>
/// <c>--grants FILE</c>: what calls may reach. Unless given it is <c>toolgen.json</c> of the current folder, where there is one: the folder
/// of a spec plays no part, so that who writes a spec grants nothing.
/// </summary>
internal static class GrantsOption
{
    public static Option<string?> Create() => new("--grants")
    {
        HelpName = "FILE",
        Description = "What folders, databases, secrets and origins the names of specs are bound to; toolgen.json of the current folder unless given. What is not bound is refused.",
    };

    /// <summary>The file that counts; null where none was named and none lies here.</summary>
    public static string? FileOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) ?? FileHere;

    /// <summary>What it grants; nothing where there is none, or it has errors.</summary>
    public static Grants Granted(ParseResult parsed, Option<string?> option) => FileOf(parsed, option) is { } path && GrantsFile.Read(path).Grants is { } grants ? grants : Grants.None;

    /// <summary>What the file that counts grants; its warnings are printed by who calls with it.</summary>
    /// <param name="path">As <see cref="FileOf"/> answers it.</param>
    /// <param name="terminal">Takes what is wrong with it.</param>
    /// <exception cref="UsageException">It has errors.</exception>
    public static Grants Require(string? path, Terminal terminal)
    {
        if (path is null) return Grants.None;
        var reading = GrantsFile.Read(path);
        if (reading.Grants is { } grants) return grants;
        FindingText.Write(terminal.Error, reading.Findings, terminal.ColorError);
        throw Unusable(path);
    }

    /// <summary>The packages that the file grants; none where there is no file, or it has errors.</summary>
    /// <param name="path">As <see cref="FileOf"/> answers it.</param>
    public static PackageShelf Packages(string? path) =>
        path is not null && GrantsFile.Read(path).Grants is { Packages: { Count: > 0 } granted } ? new(granted, Path.GetDirectoryName(Path.GetFullPath(path))!) : PackageShelf.Empty;

    /// <summary>The file of the current folder; null where there is none.</summary>
    public static string? FileHere => File.Exists(GrantsFile.Name) ? GrantsFile.Name : null;

    /// <summary>Reads it, and prints its warnings; null where there is none.</summary>
    /// <exception cref="UsageException">It has errors: nothing runs with grants that say something else than was meant.</exception>
    public static HostEffects? Read(ParseResult parsed, Option<string?> option, Terminal terminal)
    {
        if (FileOf(parsed, option) is not { } path) return null;
        var effects = HostEffects.Read(path, out var reading);
        FindingText.Write(terminal.Error, reading.Findings, terminal.ColorError);
        return effects ?? throw Unusable(path);
    }

    private static UsageException Unusable(string path) => new($"{path} can't be used as grants: see above");
}

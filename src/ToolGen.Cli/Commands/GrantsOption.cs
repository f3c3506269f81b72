using System.CommandLine;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Cli.Output;
using ToolGen.Effects;
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
    public static string? FileOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) ?? (File.Exists(GrantsFile.Name) ? GrantsFile.Name : null);

    /// <summary>What it grants; nothing where there is none, or it has errors.</summary>
    public static Grants Granted(ParseResult parsed, Option<string?> option) => FileOf(parsed, option) is { } path && GrantsFile.Read(path).Grants is { } grants ? grants : Grants.None;

    /// <summary>What the file of the current folder grants, for a command that takes none.</summary>
    public static Grants Here() => File.Exists(GrantsFile.Name) && GrantsFile.Read(GrantsFile.Name).Grants is { } grants ? grants : Grants.None;

    /// <summary>Reads it, and prints its warnings; null where there is none.</summary>
    /// <exception cref="UsageException">It has errors: nothing runs with grants that say something else than was meant.</exception>
    public static HostEffects? Read(ParseResult parsed, Option<string?> option, Terminal terminal)
    {
        if (FileOf(parsed, option) is not { } path) return null;
        var effects = HostEffects.Read(path, out var reading);
        FindingText.Write(terminal.Error, reading.Findings, terminal.ColorError);
        return effects ?? throw new UsageException($"{path} can't be used as grants: see above");
    }
}

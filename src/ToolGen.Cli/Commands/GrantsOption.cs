using System.CommandLine;
using System.IO;
using ToolGen.Effects;

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

    /// <summary>The grants of the file that counts: the one that was named, else that of the current folder.</summary>
    public static HostGrants Of(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } named ? HostGrants.Read(named) : Here();

    /// <summary>Those of the current folder.</summary>
    public static HostGrants Here() => File.Exists(GrantsFile.Name) ? HostGrants.Read(GrantsFile.Name) : HostGrants.None;
}

using System.CommandLine;

namespace ToolGen.Cli.Commands.Registry;

/// <summary>Arguments and options that name a version, or say why.</summary>
internal static class VersionArgument
{
    public static Argument<string> Create(string more = "") =>
        new("version") { HelpName = "NAME|ID", Description = "A tool's name, NAME@RANGE, or a version's id or its beginning." + more };

    public static Argument<string> Name() => new("name") { HelpName = "NAME", Description = "A tool's name." };

    public static Option<string> Reason() => new("--reason") { HelpName = "TEXT", Required = true, Description = "Why: stands in the log, and its maker reads it." };
}

using System.CommandLine;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Commands;

/// <summary>Options and arguments that several commands have.</summary>
internal static class GlobalOptions
{
    public static readonly Option<bool> NoColor = new("--no-color") { Description = "No colour; the environment variable NO_COLOR does the same.", Recursive = true };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output, for programs and models." };

    /// <summary>What samples are worth.</summary>
    public static Option<bool> Worth() => new("--worth") { Description = "Say what the samples are worth: change the tool's code in small ways, and name the changes that no sample notices." };

    /// <summary>Files and folders.</summary>
    public static Argument<string[]> Paths(string description = "Spec files, and folders that are searched for *.tool.json.") =>
        new("path") { Description = description, Arity = ArgumentArity.OneOrMore, HelpName = "PATH" };

    public static Terminal Terminal(this ParseResult parsed) => Output.Terminal.Create(parsed.GetValue(NoColor));
}

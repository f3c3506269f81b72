using System.CommandLine;
using System.Threading.Tasks;
using ToolGen.Cli.Guide;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen guide [KIND]</c></summary>
internal static class GuideCommand
{
    private static readonly Argument<string?> Kind = new("kind") { HelpName = "KIND", Arity = ArgumentArity.ZeroOrOne, Description = "One of: " + string.Join(", ", GuideText.Kinds) + ". Left out: what holds for all." };

    public static Command Create()
    {
        var command = new DocumentedCommand("guide", "Print what a model needs to write a spec, in at most 1,200 tokens.", "toolgen guide transform", "toolgen guide")
        {
            Kind,
        };
        Kind.AcceptOnlyFromAmong([.. GuideText.Kinds]);
        command.SetAction(parsed =>
        {
            parsed.Terminal().Out.WriteLine(GuideText.Of(parsed.GetValue(Kind)).TrimEnd('\n'));
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}

using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Guide;
using ToolGen.Cli.Output;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen guide [KIND]</c></summary>
internal static class GuideCommand
{
    private static readonly Argument<string?> Kind = new("kind") { HelpName = "KIND", Arity = ArgumentArity.ZeroOrOne, Description = "One of: " + string.Join(", ", GuideText.Kinds) + ". Left out: what holds for all." };
    private static readonly Option<bool> Here = new("--here") { Description = "What is bound here: folders, databases with their tables, secrets, settings, origins, and the tools below --tools." };
    private static readonly Option<string> Tools = new("--tools") { HelpName = "FOLDER", Description = "Where specs are searched for --here.", DefaultValueFactory = _ => "." };
    private static readonly Option<string?> Grants = GrantsOption.Create();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("guide", "Print what a model needs to write a spec, in at most 1,200 tokens.", "toolgen guide transform", "toolgen guide", "toolgen guide --here", "toolgen guide --here --json --grants toolgen.json")
        {
            Kind, Here, Tools, Grants, Json,
        };
        Kind.AcceptOnlyFromAmong([.. GuideText.Kinds]);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(Here) && (result.GetValue(Json) || result.GetValue(Grants) is not null)) result.AddError("--json and --grants go with --here");
            if (result.GetValue(Here) && result.GetValue(Kind) is not null) result.AddError("--here tells what is bound, not how a kind is written: leave KIND out");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(Here)) return await HereAsync(parsed, cancellationToken);
            parsed.Terminal().Out.WriteLine(GuideText.Of(parsed.GetValue(Kind)).TrimEnd('\n'));
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> HereAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var effects = GrantsOption.Of(parsed, Grants).Effects(terminal);
        var bound = await BoundHere.OfAsync(effects, parsed.GetRequiredValue(Tools), cancellationToken);
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, bound.Write);
        else terminal.Out.Write(Printable.Lines(bound.Text()));
        return ExitCode.Ok;
    }
}

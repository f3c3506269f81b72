using System.CommandLine;
using System.Collections.Generic;

namespace ToolGen.Cli.Commands;

/// <summary>What <c>toolgen forge</c> can be told.</summary>
internal static class ForgeOptions
{
    public static readonly Option<int> Calls = new("--calls") { HelpName = "N", Description = "How many of the tools are called at the end, each with its first example. All where it is left out.", DefaultValueFactory = _ => int.MaxValue };

    public static readonly Option<bool> Json = GlobalOptions.Json();

    public static readonly Option<bool> NoWorth = new("--no-worth") { Description = "Leave out what the samples are worth." };

    public static readonly Option<string?> Evidence = new("--evidence") { HelpName = "FOLDER", Description = "Write NAME.evidence.json for each tool there: what the stations saw, the same for the same spec." };

    public static readonly Option<string?> Since = new("--since") { HelpName = "PATH", Description = "Evidence of the round before, a file or the folder of --evidence: a sample that changed together with the code is told." };

    public static readonly Option<string?> Author = new("--author") { HelpName = "NAME", Description = "Who wrote the specs; stands in the evidence." };

    public static readonly Option<string?> TestsAuthor = new("--tests-author") { HelpName = "NAME", Description = "Who wrote the held-out samples; stands in the evidence." };

    public static readonly Option<bool> Watch = new("--watch") { Description = "Stay, and forge anew what changes; Ctrl-C ends it." };

    public static IEnumerable<Option> All => [Calls, Json, NoWorth, Evidence, Since, Author, TestsAuthor, Watch, KindsOption.Option];

    /// <summary>Refuses what makes no sense together.</summary>
    public static void Check(Command command)
    {
        Calls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0) result.AddError("--calls takes a number from 0.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(Watch) && result.GetValue(Json)) result.AddError("--json is one document and --watch never ends: choose one.");
        });
    }
}

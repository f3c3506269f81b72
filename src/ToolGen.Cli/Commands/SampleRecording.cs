using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen try --record</c>: writes what real effects gave into the samples that have no recording. Only <c>given</c> changes: what a sample expects is a person's.</summary>
internal static class SampleRecording
{
    public static async Task<int> RunAsync(Terminal terminal, ForgedSet tried, HostEffects effects, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var open = tried.Tools.SelectMany(tool => tool.Samples.Where(sample => sample.Result.Outcome == RunOutcome.Unrecorded).Select(sample => (Tool: tool, Sample: sample))).ToArray();
        if (open.Length == 0)
        {
            terminal.Note("nothing to record: no sample is unrecorded");
            return tried.Tools.Any(tool => tool.HasErrors) ? ExitCode.Failed : ExitCode.Ok;
        }

        var results = await Forge.Forge.RecordAsync(tried, open, sandbox, effects, cancellationToken);
        var edits = new Dictionary<string, TextEdits>();
        var failed = 0;
        for (var i = 0; i < open.Length; i++)
        {
            var (tool, sample) = open[i];
            var path = sample.IsHeldOut ? tool.Input.TestsPath! : tool.Input.Path;
            if (results[i].Recorded is not { } recorded || recorded == "{}" || results[i].Errors.Any(error => error.Code is ToolErrorCodes.Denied or ToolErrorCodes.MissingSecret))
            {
                failed++;
                var why = results[i].Errors.Count > 0 ? $"{results[i].Errors[0].Code}: {results[i].Errors[0].Message}" : "it used nothing that can be recorded; write given.files or given.sql by hand";
                terminal.Complain(Printable.Of($"{sample.Place}: not recorded: {why}"));
                continue;
            }

            if (!edits.TryGetValue(path, out var list)) edits[path] = list = new();
            list.TryAdd(GivenEdits.Of(sample.Sample.Node, (JsonObject)JsonReader.Read(new SourceText("recorded", recorded)).Root!));
            var came = results[i].Output ?? string.Join("; ", results[i].Errors.Select(error => $"{error.Code}: {error.Message}"));
            terminal.Note(Printable.Of($"{sample.Place}: recorded; it answered {came}"));
        }

        using var batch = new FileBatch();
        foreach (var (path, list) in edits) batch.Add(path, list.Apply(File.ReadAllText(path)));
        batch.Commit(cancellationToken);
        return failed > 0 ? ExitCode.Failed : ExitCode.Ok;
    }
}

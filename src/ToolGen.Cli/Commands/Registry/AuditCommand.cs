using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen audit</c>, <c>toolgen audit verify</c> and <c>toolgen verify</c></summary>
internal static class AuditCommand
{
    private static readonly Option<long> From = new("--from") { HelpName = "N", Description = "From this record on; the newest unless given.", DefaultValueFactory = _ => -1 };
    private static readonly Option<int> Count = new("--count") { HelpName = "N", Description = "So many records.", DefaultValueFactory = _ => 20 };
    private static readonly Option<string[]> Kind = new("--kind") { HelpName = "KIND", Description = "Only records of this kind, such as approved or refused; may be given again." };
    private static readonly Option<bool> All = new("--all") { Description = "Every text too: specs, C#, samples and evidence against their hashes." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("audit", "Print records of the log: who did what, refused attempts too.", "toolgen audit", "toolgen audit --from 0 --count 100 --json", "toolgen audit --kind approved --kind revoked", "toolgen audit verify")
        {
            From, Count, Kind, Json, RegistryOption.Option,
        };
        Count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1_000_000) result.AddError("--count takes a number from 1 to 1000000.");
        });
        command.SetAction(RunAsync);
        var verify = new Command("verify", "Read the whole log anew: what was changed, left out, put elsewhere or cut off is named.") { Json, RegistryOption.Option };
        verify.SetAction((parsed, cancellationToken) => Task.FromResult(Verify(parsed, false, cancellationToken)));
        command.Add(verify);
        command.Add(AcceptCommand.Create());
        return command;
    }

    public static Command CreateVerify()
    {
        var command = new DocumentedCommand("verify", "Hold the registry against its log: states, counts, keys, approvals; with --all every text too.", "toolgen verify", "toolgen verify --all --json")
        {
            All, Json, RegistryOption.Option,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Verify(parsed, parsed.GetValue(All), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var (kinds, count) = (parsed.GetValue(Kind) ?? [], parsed.GetValue(Count));
        var records = registry.Log(Math.Max(0, parsed.GetValue(From))).Where(record => kinds.Length == 0 || kinds.Contains(record.Kind));
        var shown = parsed.GetValue(From) >= 0 ? records.Take(count) : records.TakeLast(count);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("records");
                foreach (var record in shown) Write(json, record);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        foreach (var record in shown) terminal.Out.WriteLine(Printable.Of(string.Create(CultureInfo.InvariantCulture, $"{record.Sequence} {record.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} {record.Kind} {record.By} {record.Body}")));
        return ExitCode.Ok;
    }

    private static void Write(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", record.Sequence);
        json.WriteString("at", record.At.UtcDateTime);
        json.WriteString("kind", record.Kind);
        json.WriteString("by", record.By);
        json.Json("body", record.Body);
        json.WriteString("hash", record.Hash);
        json.WriteEndObject();
    }

    private static int Verify(ParseResult parsed, bool texts, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var report = RegistryVerifier.Verify(RegistryOption.Of(parsed), texts, cancellationToken);
        if (parsed.GetValue(Json)) Write(terminal, report);
        else Show(terminal, report);
        return report.IsClean ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Show(Terminal terminal, VerifyReport report)
    {
        foreach (var problem in report.Problems) terminal.Out.WriteLine(terminal.Colored(Printable.Of(problem.ToString()), Mood.Wrong));
        foreach (var remark in report.Remarks) terminal.Out.WriteLine(Printable.Of(remark));
        terminal.Out.WriteLine($"{Words.Count(report.Records, "record")}, {Words.Count(report.Versions, "version")}, {Words.Count(report.Approvals, "approval")}: {(report.IsClean ? "as written" : Words.Count(report.Problems.Count, "problem"))}");
        terminal.Out.WriteLine($"{Words.Count(report.Checkpoints, "checkpoint")} outside the database, up to record {report.Sealed}; {report.Unsealed} behind them are not sealed yet");
        if (report.Root.Length > 0) terminal.Out.WriteLine($"the root of all records is {report.Root}");
    }

    private static void Write(Terminal terminal, VerifyReport report) => JsonOutput.Write(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", report.IsClean);
        json.WriteNumber("records", report.Records);
        json.WriteNumber("sealed", report.Sealed);
        json.WriteNumber("unsealed", report.Unsealed);
        json.WriteNumber("checkpoints", report.Checkpoints);
        json.WriteNumber("versions", report.Versions);
        json.WriteNumber("approvals", report.Approvals);
        json.WriteString("root", report.Root);
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteString("where", problem.Where);
            json.WriteString("what", problem.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("remarks", report.Remarks);
        json.WriteEndObject();
    });
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Registry;

/// <summary>Four processes write into one registry and are killed at random moments; what they had acknowledged must be there, and all of it must verify.</summary>
/// <param name="wanted">How many times processes are killed; nothing: 1,000.</param>
internal sealed class CrashMeasurement(IReadOnlyList<string> wanted) : IMeasurement
{
    private const int Processes = 4, ShortDelay = 150, LongestDelay = 1_000, LongestForge = 6_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(25);

    private readonly int kills = wanted.Count > 0 ? int.Parse(wanted[0], NumberStyles.None, CultureInfo.InvariantCulture) : 1_000;

    private readonly List<string> said = [];
    private readonly Dictionary<string, int> killedAt = new() { ["start"] = 0, ["forge"] = 0, ["write"] = 0 };
    private int started;
    private int killed;

    public string Name => "crash";

    public string Title => "four processes on one registry, killed (SIGKILL) at 1,000 random moments: nothing acknowledged is lost, all of it verifies";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-crash-").FullName;
        try
        {
            return this.RunAsync(folder, output, cancellationToken).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Verdict> RunAsync(string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var options = MadeVersions.OptionsIn(folder);
        using var person = ApproverKey.Create();
        await using (var registry = await SqliteRegistry.OpenAsync(options, cancellationToken)) await registry.GrantAsync(person.SignIn(registry.Id, "person", DateTimeOffset.UtcNow), cancellationToken);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(one => this.KillAgainAndAgainAsync(folder, Convert.ToBase64String(person.ToPkcs8()), new Random(one), start, cancellationToken)));
        var took = Stopwatch.GetElapsedTime(start);
        var report = RegistryVerifier.Verify(options, cancellationToken: cancellationToken);
        var lost = await this.LostAsync(options);
        var table = new Table("acknowledged", "writes");
        foreach (var kind in this.said.GroupBy(line => line.Split(' ')[0]).OrderBy(group => group.Key, StringComparer.Ordinal)) table.Add(kind.Key, Text(kind.Count()));
        table.Print(output);
        foreach (var line in lost.Take(10)) output.WriteLine($"lost: {line}");
        foreach (var problem in report.Problems.Take(10)) output.WriteLine(problem);
        foreach (var remark in report.Remarks) output.WriteLine(remark);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{this.killed} kills ({this.killedAt["start"]} while a process started, {this.killedAt["forge"]} while it forged, {this.killedAt["write"]} while it wrote), {this.said.Count} acknowledged writes, {lost.Count} lost, {report.Records} records with {report.Checkpoints} checkpoints, {report.Problems.Count} problems, {took.TotalSeconds:0} s"),
            [
                new($"processes were killed {Text(this.kills)} times", Text(this.killed), this.killed >= this.kills),
                new("every acknowledged write is there", $"{Text(lost.Count)} of {Text(this.said.Count)} lost", lost.Count == 0 && this.said.Count > 0),
                new("the registry verifies", $"{report.Problems.Count} problems in {Text(report.Records)} records", report.IsClean),
            ]);
    }

    private async Task KillAgainAndAgainAsync(string folder, string key, Random random, long start, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref this.killed) < this.kills && Stopwatch.GetElapsedTime(start) < Longest)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = Interlocked.Increment(ref this.started);
            using var child = Start(folder, number, key);
            var ready = new TaskCompletionSource();
            var reading = this.ReadAsync(child, ready);

            // One of ten dies before it has opened the file, or while it does; one while it forges, or after; the others once they have written something: before that they are busy being compiled.
            var forges = CrashWriter.Forges(number);
            var early = forges || random.Next(10) == 0;
            if (early) await Task.Delay(forges ? random.Next(500, LongestForge) : random.Next(50, 500), cancellationToken);
            else await Task.WhenAny(ready.Task, child.WaitForExitAsync(cancellationToken));
            if (!early) await Task.Delay(random.Next(random.Next(4) == 0 ? LongestDelay : ShortDelay), cancellationToken);
            var wrote = ready.Task.IsCompleted;
            if (child.HasExited) throw new InvalidOperationException($"a writer ended by itself with {child.ExitCode}");
            child.Kill();
            await child.WaitForExitAsync(cancellationToken);
            await reading;
            lock (this.killedAt) this.killedAt[wrote ? "write" : forges ? "forge" : "start"]++;
            var now = Interlocked.Increment(ref this.killed);
            if (now % 100 == 0) await Console.Error.WriteLineAsync($"crash: {now} of {this.kills} after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }
    }

    private static Process Start(string folder, int number, string key)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
        foreach (var word in new[] { CrashWriter.Word, folder, number.ToString(CultureInfo.InvariantCulture), key }) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private async Task ReadAsync(Process child, TaskCompletionSource ready)
    {
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.EndsWith(';')) continue;
            ready.TrySetResult();
            this.Keep(line[..^1]);
        }
    }

    private void Keep(string line)
    {
        lock (this.said) this.said.Add(line);
    }

    /// <summary>What was acknowledged and is not there.</summary>
    private async Task<IReadOnlyList<string>> LostAsync(RegistryOptions options)
    {
        await using var registry = await SqliteRegistry.OpenAsync(options);
        var there = new HashSet<string>();
        foreach (var record in registry.Log())
        {
            var body = System.Text.Json.JsonDocument.Parse(record.Body).RootElement;
            there.Add($"{record.Kind} {(record.Kind == "called" ? body.GetProperty("call") : body.TryGetProperty("id", out var id) ? id : default)}");
        }

        return [.. this.said.Where(line => !there.Contains(line) || (line.StartsWith("added ", StringComparison.Ordinal) && registry.Get(line[6..]) is null))];
    }

    private static string Text(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Benchmarks.Calls;
using ToolGen.Hosting;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>Calls of generated tools by themselves and through hosts, in turn.</summary>
internal sealed class Overhead
{
    private const double Aim = 2_000;
    private const int Rounds = 40;

    /// <summary>So long each form runs in a round, in milliseconds.</summary>
    private const double Slice = 10;

    private static readonly ToolCaller Caller = new("support-agent", "c42");
    private static readonly string[] Measured = ["wind_chill", "price_order"];
    private readonly List<(string Name, double Nanoseconds)> overs = [];

    public string Figures => $"over the tool, ns: {string.Join(", ", this.overs.GroupBy(over => over.Name).Select(form => $"{form.Key} {Text(form.Max(over => over.Nanoseconds))}"))}";

    public IEnumerable<Claim> Claims => this.overs.GroupBy(over => over.Name)
        .Select(form => new Claim($"a hosted call takes at most {Aim / 1_000} µs over the tool: {form.Key}", $"at most {Text(form.Max(over => over.Nanoseconds))} ns", form.All(over => over.Nanoseconds <= Aim), IsAim: true));

    public async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("hosted call, ns", "n", "tool", "hosted", "over the tool", "bytes over it");
        foreach (var one in CallCase.All.Where(one => Measured.Contains(one.Name)))
        {
            var tool = one.Tool();
            await WarmAsync(one, tool);
            HostForm[] forms = [HostForm.Plain([tool]), HostForm.Told([tool]), HostForm.Kept([tool]), HostForm.Written([tool]), HostForm.All([tool])];
            foreach (var form in forms)
            {
                await using (form) await this.MeasureAsync(table, one, tool, form, cancellationToken);
            }
        }

        output.WriteLine("time of the processor, the recorder's thread included; median (min–max) of rounds in turn");
        table.Print(output);
    }

    // What the first form shares with the others would be compiled, beside its work, on its account.
    private static async Task WarmAsync(CallCase one, Tool tool)
    {
        var arguments = Encoding.UTF8.GetBytes(one.Right[0]);
        await using var form = HostForm.All([tool]);
        form.Open();
        var hosted = new Repeated(() => form.Host.CallAsync(one.Name, arguments, Caller));
        for (var i = 0; i < 3; i++) await hosted.WarmAsync();
    }

    private async Task MeasureAsync(Table table, CallCase one, Tool tool, HostForm form, CancellationToken cancellationToken)
    {
        var arguments = Encoding.UTF8.GetBytes(one.Right[0]);
        var context = new SystemToolContext();
        var bare = new Repeated(() => tool.CallAsync(arguments, context, cancellationToken));
        var hosted = new Repeated(() => form.Host.CallAsync(one.Name, arguments, Caller, cancellationToken));
        form.Open();
        await bare.WarmAsync();
        await hosted.WarmAsync();
        var counts = (Bare: await bare.CountAsync(Slice), Hosted: await hosted.CountAsync(Slice));
        var (alone, through, over) = (new Series(), new Series(), new Series());
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            alone.Add(await bare.NanosecondsAsync(counts.Bare));
            through.Add(await hosted.NanosecondsAsync(counts.Hosted));
            over.Add(through.Last - alone.Last);
        }

        this.overs.Add((form.Name, over.Median));
        table.Add($"{one.Name}, {form.Name}", Text(over.Count), alone.ToString(), through.ToString(), over.ToString(), Text(await hosted.BytesAsync() - await bare.BytesAsync()));
        form.Close();
        Console.Error.WriteLine($"{one.Name}, {form.Name}: {over}");
    }

    private static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}

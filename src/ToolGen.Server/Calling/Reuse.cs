using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Hosting;
using ToolGen.Registry;
using ToolGen.Server.Callers;
using ToolGen.Server.Making;
using ToolGen.Specification.Evidence;

namespace ToolGen.Server.Calling;

/// <summary>
/// Whether an approved tool does what a caller needs: its schemas take the caller's samples, and it passes them. They run in the sandbox, in workers that serve no calls, and reach nothing but what they give themselves. None of
/// it is a call of a tool: it leaves one record of its own kind, and counts for no tool's use.
/// </summary>
internal sealed class Reuse(ToolServer server, Stands stands)
{
    /// <summary>The kind of its records.</summary>
    public const string Kind = "tried";

    private readonly Gate gate = Gate.OfMakes(server.Options, server.HasProcess);

    /// <summary>Runs samples on versions, the best first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="what">The tool of the server that asks.</param>
    /// <param name="versions">Approved ones, in the order of how well they seem to fit; at most five are run.</param>
    /// <param name="samples">What is needed.</param>
    /// <param name="endsEarly">Whether the first one that passes all of them is enough.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One a version that was looked at, in their order.</returns>
    /// <exception cref="BusyException">Too many wait.</exception>
    public async Task<IReadOnlyList<TriedTool<StoredVersion>>> TryAsync(ServerCaller caller, string what, IReadOnlyList<StoredVersion> versions, AskedSamples samples, bool endsEarly, CancellationToken cancellationToken)
    {
        if (await this.gate.EnterAsync(caller.Name, cancellationToken).ConfigureAwait(false) is not Turn.Given and var turn) throw new BusyException(turn);
        try
        {
            var (tried, run) = (new List<TriedTool<StoredVersion>>(), 0);
            try
            {
                await foreach (var one in AskedSamples.TryAsync(versions, server.Options.SampleTime, version => server.Calls.Withdrawn(version, isSession: false) ?? samples.Unfit(version.Spec), RunAsync).ConfigureAwait(false))
                {
                    tried.Add(one);
                    if (endsEarly && one.IsWhole) break;
                }
            }
            finally
            {
                // Whoever gives up has had them run all the same.
                if (run > 0) await this.RecordAsync(caller, what, samples, tried).ConfigureAwait(false);
            }

            return tried;

            Task<TriedTool<StoredVersion>> RunAsync(StoredVersion version, TimeSpan left)
            {
                run++;
                return this.RunAsync(caller, version, samples, left, cancellationToken);
            }
        }
        finally
        {
            this.gate.Leave(caller.Name);
        }
    }

    private async Task<TriedTool<StoredVersion>> RunAsync(ServerCaller caller, StoredVersion version, AskedSamples samples, TimeSpan left, CancellationToken cancellationToken)
    {
        try
        {
            var clock = Stopwatch.StartNew();
            var set = await stands.SetOf(version.Id, () => server.Workshop.AgainAsync(version, caller.Name, CancellationToken.None)).WaitAsync(left, cancellationToken).ConfigureAwait(false);

            // Who may not call a tool learns nothing of it by samples.
            if (!this.MayCall(caller, server.Describe(set, caller))) return new(version, null, "you may not call it");
            var run = await samples.RunAsync(set, server.Sandbox, $"tried:{caller.Name}", left - clock.Elapsed > TimeSpan.Zero ? left - clock.Elapsed : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            return new(version, run, run.Why);
        }
        catch (TimeoutException)
        {
            return new(version, null, "not run: the time was over");
        }
        catch (Exception e) when (e is RegistryException or BusyException)
        {
            return new(version, null, e.Message);
        }
    }

    private bool MayCall(ServerCaller caller, ToolDescriptor tool) => server.Options.Rules.FirstOrDefault(rule => rule.Fits(tool, new(caller.Name))) is null or { Verdict: PolicyVerdict.Allow };

    private ValueTask RecordAsync(ServerCaller caller, string what, AskedSamples samples, IReadOnlyList<TriedTool<StoredVersion>> tried) => server.RecordAsync(
        Kind,
        caller,
        [
            ("what", what), ("samples", Sha256.Of(samples.Text)),
            ("tools", string.Join(", ", tried.Where(one => one.Run is not null).Select(one => FormattableString.Invariant($"{one.Tool.Id} {one.Run!.Passed} of {one.Run.Count}")))),
        ],
        CancellationToken.None);
}
